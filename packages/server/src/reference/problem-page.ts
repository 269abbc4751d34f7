import { type ProblemCode, problemStatuses } from '@teo-support/core/contract';
import { type Locale, rejectionMessages } from '@teo-support/core/messages';
import { html } from 'hono/html';
import { problemWords, rejectionStatus } from '../http/index.js';
import { type Markup, page } from './page.js';

interface Explained {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

const words = {
  fr: {
    api: 'API de téo support',
    code: 'Code',
    status: 'Statut HTTP',
    other: 'In English',
    refused:
      'La requête est bien formée, mais une règle de téo la refuse dans l’état actuel du ticket. Les vues du ticket disent ce qui est possible : voyez `possible`.',
    wrong: 'Le membre `errors` du problème dit, champ par champ, ce qui ne va pas et comment le corriger.',
    again: 'La même requête peut être renvoyée telle quelle, avec la même clé d’idempotence.',
    conflict: 'Le membre `current` du problème est le ticket tel qu’il est maintenant.',
    quote:
      'Chaque réponse porte un numéro de requête (`requestId`, et l’en-tête X-Request-Id) : citez-le à l’équipe.',
  },
  en: {
    api: 'téo support API',
    code: 'Code',
    status: 'HTTP status',
    other: 'En français',
    refused:
      'The request is well formed, but a rule of téo refuses it in the current state of the ticket. The views of the ticket say what is possible: see `possible`.',
    wrong: 'The `errors` of the problem say, field by field, what is wrong and how to mend it.',
    again: 'The same request may be sent again as it is, with the same idempotency key.',
    conflict: 'The member `current` of the problem is the ticket as it is now.',
    quote:
      'Each answer carries a request number (`requestId`, and the header X-Request-Id): quote it to the team.',
  },
} as const;

/** What a problem's `type` leads to: a kind of problem, or the refusal of a rule, in the reader's language. */
export function problemPage(code: string, locale: Locale): Markup | null {
  const explained = explain(code, locale);
  if (explained === null) return null;
  const { api, code: codeWord, status, other, quote } = words[locale];
  const otherLocale = locale === 'fr' ? 'en' : 'fr';
  return page(
    explained.title,
    locale,
    html`<main>
      <p><a href="/reference">${api}</a></p>
      <h1>${explained.title}</h1>
      <p>${explained.detail}</p>
      ${adviceFor(code, explained.status, locale).map((advice) => html`<p>${prose(advice)}</p>`)}
      <dl>
        <div><dt>${codeWord}</dt><dd><code>${code}</code></dd></div>
        <div><dt>${status}</dt><dd>${explained.status}</dd></div>
      </dl>
      <p>${prose(quote)}</p>
      <p><a href="?lang=${otherLocale}" lang="${otherLocale}" hreflang="${otherLocale}">${other}</a></p>
    </main>`,
  );
}

function adviceFor(code: string, status: number, locale: Locale): readonly string[] {
  const { refused, wrong, again, conflict } = words[locale];
  if (code === 'version-conflict') return [conflict];
  if (code === 'invalid-request' || code === 'fields-invalid') return [wrong];
  if (status === 429 || status >= 500) return [again];
  return keyIn(problemStatuses, code) === null ? [refused] : [];
}

/** Words between grave accents are code. */
function prose(text: string): Markup {
  const parts = text.split('`');
  return html`${parts.map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`))}`;
}

function explain(code: string, locale: Locale): Explained | null {
  const problem = keyIn(problemStatuses, code);
  if (problem !== null) return { status: problemStatuses[problem], ...problemWords[locale][problem] };
  const rejection = keyIn(rejectionMessages[locale], code.replaceAll('-', '_'));
  if (rejection === null) return null;
  return {
    status: rejectionStatus(rejection),
    title: problemWords[locale].rejected.title,
    // The page speaks of any ticket, so no status fills the message's place.
    detail: rejectionMessages[locale][rejection].replace('{status}', '…'),
  };
}

/** Every code that a problem may have: the kinds of problems, and the refusals of rules. */
export function problemCodes(): readonly string[] {
  const kinds: readonly ProblemCode[] = keysOf(problemStatuses);
  return [...kinds, ...keysOf(rejectionMessages.en).map((code) => code.replaceAll('_', '-'))];
}

function keysOf<T extends object>(table: T): (keyof T & string)[] {
  const keys: (keyof T & string)[] = [];
  for (const key in table) if (Object.hasOwn(table, key)) keys.push(key);
  return keys;
}

function keyIn<T extends object>(table: T, wanted: string): (keyof T & string) | null {
  return keysOf(table).find((key) => key === wanted) ?? null;
}
