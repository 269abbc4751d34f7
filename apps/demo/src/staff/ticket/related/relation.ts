import type { StaffListQuery, StaffTicket, SupportClient, TicketRef, TicketSummary } from '@teo-support/sdk';
import { storedText } from '../../drafts/draft.js';

/** How two tickets can be related. `carry_other` is `carry` seen from the malfunction. */
export const relations = ['merge', 'carry', 'carry_other', 'link'] as const;
export type Relation = (typeof relations)[number];

/** What one was about to relate, kept like everything else that was begun. */
export interface RelationDraft {
  readonly relation: Relation | null;
  readonly search: string;
  readonly chosen: TicketRef | null;
}

export function readRelation(stored: unknown): RelationDraft | null {
  const search = storedText(stored, 'search');
  if (search === null) return null;
  const relation = storedText(stored, 'relation');
  return {
    search,
    relation: relations.find((value) => value === relation) ?? null,
    chosen: storedRef(Reflect.get(Object(stored), 'chosen')),
  };
}

function storedRef(stored: unknown): TicketRef | null {
  const id = storedText(stored, 'id');
  const reference = storedText(stored, 'reference');
  return id === null || reference === null ? null : { id, reference, subject: storedText(stored, 'subject') };
}

/** Whether a malfunction stands that others can be attached to: confirmed, under work, not itself carried. */
function carries(ticket: TicketSummary): boolean {
  const worked = ticket.status === 'new' || ticket.status === 'open' || ticket.status === 'pending';
  return worked && !ticket.merged && ticket.type === 'malfunction' && ticket.verdict === 'confirmed';
}

/** The relations that make sense for a ticket, and why those that do not are refused. */
export function offeredRelations(
  ticket: StaffTicket,
): readonly { readonly relation: Relation; readonly refusal: string | null }[] {
  const refusal = ({ possible, refusals }: StaffTicket, command: 'merge' | 'carry' | 'link') =>
    possible.includes(command) ? null : (refusals[command] ?? '');
  const carrier = carries(ticket) && ticket.carrier === null;
  const worked = ticket.possible.includes('answer');
  return [
    ...(worked ? [{ relation: 'merge' as const, refusal: refusal(ticket, 'merge') }] : []),
    ...(worked && !carrier ? [{ relation: 'carry' as const, refusal: refusal(ticket, 'carry') }] : []),
    ...(carrier ? [{ relation: 'carry_other' as const, refusal: null }] : []),
    ...(ticket.possible.includes('link') ? [{ relation: 'link' as const, refusal: null }] : []),
  ];
}

/** What to look through for the other end. */
export function queryFor(relation: Relation, ticket: StaffTicket, text: string): StaffListQuery {
  const q = text === '' ? {} : { q: text.slice(0, 200) };
  switch (relation) {
    case 'merge':
      return { ...q, status: 'unresolved', organization: ticket.organizationId };
    case 'carry':
    case 'carry_other':
      return { ...q, status: 'unresolved' };
    case 'link':
      return q;
  }
}

/** Whether another ticket can be at the other end, as far as a list tells; the server judges in the end. */
export function fits(relation: Relation, ticket: StaffTicket, other: TicketSummary): boolean {
  if (other.id === ticket.id) return false;
  switch (relation) {
    case 'merge':
      return other.organizationId === ticket.organizationId && !other.merged;
    case 'carry':
      return carries(other);
    case 'carry_other':
      return !other.merged && !ticket.carries.some(({ id }) => id === other.id);
    case 'link':
      return !ticket.links.some(({ id }) => id === other.id);
  }
}

/** Does it. @returns the ticket of this page, as it then stands */
export async function relate(
  client: SupportClient,
  relation: Relation,
  { id, version }: StaffTicket,
  other: TicketRef,
): Promise<StaffTicket> {
  const { tickets } = client.staff;
  const end = { ticket: other.id };
  switch (relation) {
    case 'merge':
      return tickets.merge(id, end, { ifMatch: version });
    case 'carry':
      return tickets.carry(id, end, { ifMatch: version });
    case 'carry_other':
      // The command is given to the ticket that is carried; this page shows the one that carries.
      await tickets.carry(other.id, { ticket: id });
      return tickets.get(id);
    case 'link':
      return tickets.link(id, end);
  }
}
