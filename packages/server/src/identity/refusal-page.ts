import { problemStatuses } from '@teo-support/core/contract';
import type { Locale } from '@teo-support/core/messages';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { type ProblemError, problemWords } from '../http/index.js';

const back: Readonly<Record<Locale, string>> = {
  fr: 'Revenir à la page de connexion',
  en: 'Back to the sign-in page',
};

/** A refusal for a person who stands at an address of the API: what happened, what to do, and the way back. */
export function refusalPage(
  c: Context,
  problem: ProblemError,
  locale: Locale,
  backTo: string,
): Response | Promise<Response> {
  const { title, detail } = problemWords[locale][problem.code];
  const page = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/reference.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${detail}</p>
          <p><a href="${backTo}">${back[locale]}</a></p>
        </main>
      </body>
    </html>`;
  return c.html(page, problemStatuses[problem.code], {
    ...problem.headers,
    'content-language': locale,
    'content-security-policy':
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  });
}
