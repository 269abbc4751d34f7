import { ticketTypeDeclarations } from '@teo-support/core';
import { openApiDocument } from '@teo-support/core/contract';
import type { Hono } from 'hono';
import { mount, ProblemError } from '../http/index.js';
import { pageHeaders, problemPage, referencePage } from './page.js';
import { referenceStyle } from './style.js';

/** What integrators read: the declarations, the OpenAPI document, the reference, and a page for each problem. */
export function referenceRoutes(
  app: Hono,
  info: { readonly version: string; readonly serverUrl: string },
): void {
  const document = openApiDocument(info);

  mount(
    app,
    'listTicketTypes',
    async () => null,
    async () => ({
      ticketTypes: ticketTypeDeclarations.map((declared) => ({
        ...declared,
        fields: declared.fields.map((field) =>
          'options' in field ? { ...field, options: [...field.options] } : { ...field },
        ),
      })),
    }),
  );
  app.get('/openapi.json', (c) => c.json(document));
  app.get('/reference', (c) => c.html(referencePage(document), 200, pageHeaders));
  app.get('/reference.css', (c) =>
    c.body(referenceStyle, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  app.get('/problems/:code', (c) => {
    const page = problemPage(c.req.param('code'));
    if (page === null) throw new ProblemError('not-found');
    return c.html(page, 200, pageHeaders);
  });
}
