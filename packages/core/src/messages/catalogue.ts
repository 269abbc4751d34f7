import type { UsualEnding } from '../files/file-types.js';
import type { Service } from '../people/service.js';
import type { Alternative } from '../priority/impact.js';
import type { Priority } from '../priority/priority.js';
import type { Field, Notice } from '../ticket-types/declaration.js';
import type { FieldIssueCode, FormIssueCode } from '../ticket-types/field-issue.js';
import type { DeclaredTicketType, TicketType } from '../ticket-types/index.js';
import type { ContextKey } from '../tickets/context-item.js';
import type { Verdict } from '../tickets/reproduction.js';
import type { TicketStatus } from '../tickets/ticket.js';
import type { Turn } from '../tickets/whose-turn.js';

export const locales = ['fr', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The words of one field: its question, the help under it, and those of its options if it is a choice. */
export interface FieldWords {
  readonly label: string;
  readonly hint: string;
  readonly options?: Readonly<Record<string, string>>;
}

type WordsOf<F extends Field> = F extends { kind: 'choice'; options: readonly (infer O extends string)[] }
  ? { readonly label: string; readonly hint: string; readonly options: Readonly<Record<O, string>> }
  : { readonly label: string; readonly hint: string };

interface TicketTypeWords<D extends DeclaredTicketType> {
  readonly name: string;
  /** One sentence that tells a person whether this is the type that they need. */
  readonly when: string;
  readonly fields: { readonly [F in D['fields'][number] as F['name']]: WordsOf<F> };
}

/** What a message may speak of: a bound of characters or of items, or the status that stands in the way. */
export interface MessageValues {
  readonly limit?: number;
  readonly status?: string;
}

/** What a person reads who files a ticket: a page that has the form on it needs these words and no others. */
export interface FilingCatalogue {
  readonly locale: Locale;
  readonly ticketTypes: { readonly [D in DeclaredTicketType as D['type']]: TicketTypeWords<D> };
  /** What is read before a ticket of some type is sent. */
  readonly notices: Readonly<Record<Notice, string>>;
  readonly impact: {
    readonly usableQuestion: string;
    readonly usableYes: string;
    readonly usableNo: string;
    readonly alternativeQuestion: string;
    readonly alternatives: Readonly<Record<Alternative, string>>;
  };
}

/** What is told of a ticket: what follows from the answers, what is wrong with them, and how it goes on. */
export interface FollowingCatalogue {
  readonly services: Readonly<Record<Service, string>>;
  readonly priorities: Readonly<Record<Priority, { readonly name: string; readonly definition: string }>>;
  readonly statuses: Readonly<Record<TicketStatus, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly contextKeys: Readonly<Record<ContextKey, string>>;
  readonly fieldIssues: Readonly<Record<FormIssueCode, string>>;
  /** What a file is, by how names of its type usually end. */
  readonly fileTypes: Readonly<Record<UsualEnding, string>>;
  /** What stands where a person's words were erased on request. */
  readonly erased: string;
}

/** Everything of the domain that a person reads who files tickets and follows them. */
export interface RequesterCatalogue extends FilingCatalogue, FollowingCatalogue {}

/**
 * The words of the domain in one language, with those that only the team and programs read. Both catalogues have this type,
 * so a missing word does not compile.
 * `{limit}` and `{status}` are filled in by `fill`.
 */
export interface Catalogue extends RequesterCatalogue {
  readonly turns: Readonly<Record<Turn, string>>;
  readonly fieldIssues: Readonly<Record<FieldIssueCode, string>>;
}

/** Puts values into a message's places. */
export function fill(message: string, values: MessageValues): string {
  return message.replace(/\{(limit|status)\}/g, (place, name: keyof MessageValues) =>
    String(values[name] ?? place),
  );
}

/** The words of a field known only at run time, as a form that is drawn from a declaration needs them. */
export function fieldWords(catalogue: FilingCatalogue, type: TicketType, field: string): FieldWords {
  const fields: Readonly<Record<string, FieldWords>> = catalogue.ticketTypes[type].fields;
  return fields[field] ?? { label: field, hint: '' };
}
