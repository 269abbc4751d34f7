import {
  bodyLimitOf,
  type Operation,
  operations,
  problemStatuses,
  problemsOf,
} from '@teo-support/core/contract';
import { html } from 'hono/html';

/** The pages are plain documents: one style sheet of our own, no script at all. */
export const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

export type Markup = ReturnType<typeof html>;

export function page(title: string, lang: string, content: Markup): Markup {
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/reference.css" />
      </head>
      <body>
        ${content}
      </body>
    </html>`;
}

const audiences = {
  anyone: 'Anyone',
  teomaster: 'Téomaster (bearer token)',
  staff: 'Staff (session cookie)',
  signed_in: 'Téomaster or staff',
} as const;

/** The API reference: every operation of the contract, grouped by who it is for. */
export function referencePage(document: unknown): Markup {
  const entries = Object.entries<Operation>(operations);
  const tags = [...new Set(entries.map(([, operation]) => operation.tag))];
  return page(
    'téo support API',
    'en',
    html`<header>
        <h1>téo support API</h1>
        <p>
          File and follow tickets with téo’s customer service. The machine-readable document is
          <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1); problems are
          <a href="/problems/rejected">RFC 9457</a>; a typed client is <code>@teo-support/sdk</code>.
        </p>
        <nav aria-label="Groups">
          <ul>
            ${tags.map((tag) => html`<li><a href="#${tag}">${tag}</a></li>`)}
          </ul>
        </nav>
      </header>
      <main>
        ${tags.map(
          (tag) => html`<section aria-labelledby="${tag}">
            <h2 id="${tag}">${tag}</h2>
            ${entries
              .filter(([, operation]) => operation.tag === tag)
              .map(([name, operation]) => operationCard(name, operation, schemasIn(document)))}
          </section>`,
        )}
      </main>`,
  );
}

type Schemas = Readonly<Record<string, unknown>>;

function schemasIn(document: unknown): Schemas {
  const { components } = document as { components: { schemas: Schemas } };
  return components.schemas;
}

function operationCard(name: string, operation: Operation, schemas: Schemas): Markup {
  const { response } = operation;
  const bodyId = operation.body?.meta()?.id;
  const resultId = 'schema' in response ? response.schema.meta()?.id : undefined;
  return html`<article id="${name}">
    <h3><span class="method">${operation.method}</span> <code>${operation.path}</code></h3>
    <p>${operation.summary}.</p>
    <dl>
      <div><dt>Name</dt><dd><code>${name}</code></dd></div>
      <div><dt>For</dt><dd>${audiences[operation.audience]}</dd></div>
      ${operation.query ? html`<div><dt>Query</dt><dd>${Object.keys(operation.query.shape).map((key) => html`<code>${key}</code> `)}</dd></div>` : ''}
      ${operation.idempotent ? html`<div><dt>Header</dt><dd><code>Idempotency-Key</code>, ${operation.idempotent === 'required' ? 'required' : 'optional: with it a repeated request is done once'}</dd></div>` : ''}
      ${operation.cacheable ? html`<div><dt>Header</dt><dd><code>If-None-Match</code>, optional: 304 when nothing has changed</dd></div>` : ''}
      ${operation.body || operation.binaryBody ? html`<div><dt>Size</dt><dd>at most ${bodyLimitOf(operation).toLocaleString('en')} bytes</dd></div>` : ''}
      ${operation.conditional ? html`<div><dt>Header</dt><dd><code>If-Match</code>, optional: the version last seen</dd></div>` : ''}
      ${operation.binaryBody === 'file' ? html`<div><dt>Body</dt><dd>The bytes of the file; its name in <code>X-File-Name</code></dd></div>` : ''}
      ${operation.binaryBody === 'part' ? html`<div><dt>Body</dt><dd>The bytes of the part; where it begins in <code>Upload-Offset</code></dd></div>` : ''}
      <div><dt>Answer</dt><dd>${response.status}${resultId ? html` <code>${resultId}</code>` : ''}${'mediaType' in response ? html` <code>${response.mediaType}</code>` : ''}</dd></div>
      <div><dt>Problems</dt><dd>${problemsOf(operation).map((code) => html`<a href="/problems/${code}">${problemStatuses[code]} ${code}</a> `)}</dd></div>
    </dl>
    ${schemaDetails('Request', bodyId, schemas)} ${schemaDetails('Answer', resultId, schemas)}
  </article>`;
}

function schemaDetails(label: string, id: unknown, schemas: Schemas): Markup | string {
  if (typeof id !== 'string' || !(id in schemas)) return '';
  return html`<details>
    <summary>${label} schema <code>${id}</code></summary>
    <pre tabindex="0"><code>${JSON.stringify(schemas[id], null, 2)}</code></pre>
  </details>`;
}
