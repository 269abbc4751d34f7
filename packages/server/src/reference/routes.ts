import { openApiDocument } from '@teo-support/core/contract';
import { describedTicketTypes } from '@teo-support/core/messages';
import type { Hono } from 'hono';
import { catalogueOf, localeOf, mount, ProblemError } from '../http/index.js';
import { pageHeaders, referencePage } from './page.js';
import { problemPage } from './problem-page.js';
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
    async ({ c }) => {
      const locale = localeOf(c.req.header('accept-language'));
      c.header('content-language', locale);
      c.header('vary', 'accept-language');
      return describedTicketTypes(catalogueOf(locale));
    },
  );
  app.get('/openapi.json', (c) => c.json(document));
  app.get('/reference', (c) => c.html(referencePage(document), 200, pageHeaders));
  app.get('/reference.css', (c) =>
    c.body(referenceStyle, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  app.get('/problems/:code', (c) => {
    const locale = localeOf(c.req.query('lang') ?? c.req.header('accept-language'));
    const page = problemPage(c.req.param('code'), locale);
    if (page === null) throw new ProblemError('not-found');
    return c.html(page, 200, { ...pageHeaders, 'content-language': locale, vary: 'accept-language' });
  });
}
