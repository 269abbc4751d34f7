import { canCarry } from '../tickets/consequences.js';
import { isPublic } from '../tickets/events.js';
import type { Ticket } from '../tickets/ticket.js';
import { brest, claire, karim, lyon, yann } from './domain.js';
import type { Lived, World } from './world.js';

type Invariant = (lived: Lived, world: World) => boolean;

const organizations = new Map<string, string>([
  [claire.id, lyon],
  [karim.id, lyon],
  [yann.id, brest],
]);

function others(world: World, ids: readonly string[]): (Ticket | undefined)[] {
  return ids.map((id) => world.get(id)?.ticket);
}

function distinct(values: readonly unknown[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size === values.length;
}

/** What is true of every ticket at every moment, by the sentence that says it. */
const invariants: Readonly<Record<string, Invariant>> = {
  'the version counts the events': ({ ticket, events }) => ticket.version === events.length,
  'the public version counts what is public': ({ ticket, events }) =>
    ticket.publicVersion === events.filter(isPublic).length,
  'the last event is the last': ({ ticket, events }) =>
    ticket.lastEventAt === events.at(-1)?.at && ticket.changedAt === events.filter(isPublic).at(-1)?.at,
  'time never runs backwards': ({ events }) =>
    events.every(({ at }, place) => at >= (events[place - 1]?.at ?? at)),
  'pauses are in order, apart, and only the last is open': ({ ticket: { filedAt, pauses } }) =>
    pauses.every(
      ({ from, to }, place) =>
        from >= (place === 0 ? filedAt : (pauses[place - 1]?.to ?? Number.POSITIVE_INFINITY)) &&
        (to === null ? place === pauses.length - 1 : to >= from),
    ),
  'a pause is open exactly while the ticket is pending': ({ ticket: { pauses, status } }) =>
    (pauses.at(-1)?.to === null) === (status === 'pending'),
  'a ticket has the facts of its status and of no other': ({ ticket }) =>
    'resolution' in ticket === ['resolved', 'closed'].includes(ticket.status) &&
    'resolvedAt' in ticket === ['resolved', 'closed'].includes(ticket.status) &&
    'closedAt' in ticket === (ticket.status === 'closed') &&
    'cancelledAt' in ticket === (ticket.status === 'cancelled'),
  'links are symmetric, and never to itself': ({ ticket }, world) =>
    distinct(ticket.links) &&
    others(world, ticket.links).every((other) => other?.links.includes(ticket.id) && other.id !== ticket.id),
  'a merge is known at both ends': ({ ticket }, world) =>
    distinct(ticket.duplicates) &&
    (ticket.merged === null ||
      others(world, [ticket.merged.into]).every((other) => other?.duplicates.includes(ticket.id))) &&
    others(world, ticket.duplicates).every((other) => other?.merged?.into === ticket.id),
  'a merge stays within one organization, and leads to where the ticket goes on': ({ ticket }, world) =>
    ticket.merged === null ||
    others(world, [ticket.merged.into]).every(
      (other) => other?.organizationId === ticket.organizationId && other.merged === null,
    ),
  'what is merged awaits nothing of its own and holds nothing': ({ ticket }) =>
    ticket.merged === null ||
    (['new', 'open', 'pending'].includes(ticket.status) &&
      ticket.duplicates.length === 0 &&
      ticket.carries.length === 0),
  'nothing is merged into what was withdrawn': ({ ticket }) =>
    ticket.status !== 'cancelled' || (ticket.duplicates.length === 0 && ticket.carries.length === 0),
  'what is carried is known at both ends': ({ ticket }, world) =>
    distinct(ticket.carries) &&
    (ticket.carrier === null ||
      others(world, [ticket.carrier]).every((other) => other?.carries.includes(ticket.id))) &&
    others(world, ticket.carries).every((other) => other?.carrier === ticket.id),
  'only a confirmed malfunction carries, and nothing carries it': ({ ticket }) =>
    ticket.carries.length === 0 || (canCarry(ticket) && ticket.carrier === null && ticket.merged === null),
  'merges and carriers lead nowhere round': ({ ticket }, world) => {
    const seen = new Set<string>();
    const visit = (id: string): boolean => {
      if (seen.has(id)) return id !== ticket.id;
      seen.add(id);
      const at = world.get(id)?.ticket;
      return [at?.carrier, at?.merged?.into].every(
        (next) => next === undefined || next === null || visit(next),
      );
    };
    return visit(ticket.id);
  },
  'an alarm is raised once': ({ ticket, events }) =>
    distinct(ticket.alarms) &&
    distinct(
      events.flatMap((event) =>
        event.type === 'target.approaching' || event.type === 'target.missed'
          ? [[event.type, event.target, event.priority]]
          : [],
      ),
    ),
  'only people of its organization and of the team stand in its story': ({ ticket, events }) =>
    events.every(({ by }) => by.kind !== 'teomaster' || organizations.get(by.id) === ticket.organizationId),
  'what was tested goes to the technical service by a transfer, and only when confirmed': ({ events }) =>
    events.every((event, place) => {
      if (event.type !== 'ticket.transferred') return true;
      const tests = events.slice(0, place).filter((earlier) => earlier.type === 'ticket.reproduction_tested');
      return tests.at(-1)?.verdict === 'confirmed';
    }),
  'a malfunction is with the technical service only after its transfer': ({ ticket }) =>
    ticket.type !== 'malfunction' || ticket.service !== 'technical' || ticket.transferredAt !== null,
  'no words are blank or have white space around them': ({ events }) => {
    const text = JSON.stringify(events.at(-1));
    return [...text.matchAll(/"written":("(?:[^"\\]|\\.)*")/g)].every(([, written]) => {
      const words: unknown = JSON.parse(written ?? '""');
      return typeof words === 'string' && words === words.trim();
    });
  },
};

/** The sentences that are not true of some ticket. */
export function brokenIn(world: World): string[] {
  return Object.entries(invariants)
    .filter(([, holds]) => ![...world.values()].every((lived) => holds(lived, world)))
    .map(([sentence]) => sentence);
}
