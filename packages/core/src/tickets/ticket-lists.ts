import { services } from '../people/service.js';
import { priorities } from '../priority/priority.js';
import { ticketTypes } from '../ticket-types/index.js';
import { ticketStatuses } from './ticket.js';
import { turns } from './whose-turn.js';

/** One way to narrow a list: one of some words, the id of something, or whether something is so. */
export type ListFilter =
  | { readonly kind: 'choice'; readonly options: readonly string[]; readonly description: string }
  /** `words` stand for what has no id. */
  | { readonly kind: 'id'; readonly words: readonly string[]; readonly description: string }
  | { readonly kind: 'flag'; readonly description: string };

/** One order of a list. Ties are broken by the number of the ticket, so every order is total. */
export interface ListSort {
  /** With a minus in front when it is the descending one. */
  readonly name: string;
  readonly by: 'due' | 'filed' | 'changed' | 'priority';
  readonly order: 'asc' | 'desc';
  readonly description: string;
}

/**
 * How a list can be narrowed and sorted, said once: the parameters of its operation, its conditions and orders in SQL,
 * the OpenAPI document and what a screen offers all follow from this.
 */
export interface ListDeclaration {
  readonly filters: Readonly<Record<string, ListFilter>>;
  /** The first is the one that is meant when none is named. */
  readonly sorts: readonly [ListSort, ...ListSort[]];
}

const due = {
  name: 'due',
  by: 'due',
  order: 'asc',
  description: 'the nearest target first, then what waits for its requester or is done',
} as const;
const changed = {
  name: '-changed',
  by: 'changed',
  order: 'desc',
  description: 'the latest change first',
} as const;
const others = [
  { name: 'changed', by: 'changed', order: 'asc', description: 'the earliest change first' },
  { name: '-filed', by: 'filed', order: 'desc', description: 'the newest first' },
  { name: 'filed', by: 'filed', order: 'asc', description: 'the oldest first' },
] as const;

/** The queue of the team. */
export const staffTicketList = {
  filters: {
    status: {
      kind: 'choice',
      options: ['unresolved', 'all', ...ticketStatuses],
      description:
        '`unresolved` is new, open and pending together, and what is meant when nothing is said; with `q` it is `all`',
    },
    service: { kind: 'choice', options: services, description: 'The service that has the ticket' },
    agent: { kind: 'id', words: ['none'], description: 'Id of a person of the team, or `none`' },
    priority: { kind: 'choice', options: priorities, description: 'The priority as it is now' },
    type: { kind: 'choice', options: ticketTypes, description: 'The type as it is now' },
    organization: { kind: 'id', words: [], description: 'Id of a client organization' },
    asked: { kind: 'choice', options: services, description: 'The service whose view is awaited' },
    turn: { kind: 'choice', options: turns, description: 'Whose turn it is' },
    overdue: {
      kind: 'flag',
      description:
        'Whether the clock runs and the target has passed; what waits for its requester is not overdue',
    },
    merged: {
      kind: 'choice',
      options: ['hidden', 'only'],
      description: 'Tickets that go on in another one are `hidden` unless said',
    },
  },
  sorts: [
    due,
    { name: '-due', by: 'due', order: 'desc', description: 'the furthest target first' },
    {
      name: 'priority',
      by: 'priority',
      order: 'asc',
      description: 'the most pressing first, then by target',
    },
    { name: '-priority', by: 'priority', order: 'desc', description: 'the least pressing first' },
    changed,
    ...others,
  ],
} as const satisfies ListDeclaration;

/** The tickets of a téomaster or of their organization. */
export const requesterTicketList = {
  filters: {
    scope: {
      kind: 'choice',
      options: ['mine', 'organization'],
      description: '`mine` unless said; for an API key that acts for nobody, `organization`',
    },
    status: { kind: 'choice', options: ticketStatuses, description: 'The status' },
    type: { kind: 'choice', options: ticketTypes, description: 'The type as it is now' },
  },
  sorts: [changed, ...others],
} as const satisfies ListDeclaration;
