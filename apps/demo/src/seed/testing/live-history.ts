import {
  type DecisionContext,
  decide,
  decidePair,
  evolve,
  permission,
  publishedPolicy,
  type Ticket,
  type TicketEvent,
  ticketId,
} from '@teo-support/core';
import { type HistoryInput, historySchema } from '@teo-support/core/contract';
import { type Cast, castOf, known } from './cast.js';
import { isPairCommand, toCommand } from './history-command.js';

/** A ticket of a history after all of it, with everything that happened to it. Its id is its key. */
export interface Lived {
  readonly key: string;
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
}

/**
 * Lives a history through core's rules, all tickets together in the order of time, as the server loads it.
 * @throws where a rule refuses a command or a command changes nothing, with the ticket's key and the command's place
 */
export function liveHistory(input: HistoryInput): Lived[] {
  const history = historySchema.parse(input);
  const cast = castOf(history);
  const lived = new Map<string, Lived>();
  const numbers = new Map(history.tickets.map(({ key }, index) => [key, index + 1]));
  const append = (key: string, events: readonly TicketEvent[]) => {
    const before = lived.get(key);
    const ticket = events.reduce<Ticket | null>(evolve, before?.ticket ?? null);
    if (ticket === null) throw new Error(`${key} has no ticket`);
    lived.set(key, { key, ticket, events: [...(before?.events ?? []), ...events] });
  };

  const steps = history.tickets
    .flatMap(({ key, commands }) => commands.map((step, place) => ({ ...step, key, place })))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.place - b.place);
  for (const { key, place, at, by, command } of steps) {
    const where = `${key}, step ${place + 1} (${command.type})`;
    const context = { actor: cast.actorOf(by), now: Date.parse(at), policy: publishedPolicy };
    if (isPairCommand(command)) {
      const other = known(lived, command.request.ticket).ticket;
      const decision = decidePair(known(lived, key).ticket, { type: command.type, other }, context);
      if (!decision.ok) throw new Error(`${where}: ${JSON.stringify(decision.rejection)}`);
      append(key, decision.events);
      append(command.request.ticket, decision.otherEvents);
      continue;
    }
    const ticket = lived.get(key)?.ticket ?? null;
    const entitlements = cast.entitlementsOf(ticket?.organizationId ?? organizationOf(cast, by));
    const given = toCommand(command, {
      ...cast,
      entitlements,
      id: ticketId(key),
      number: known(numbers, key),
    });
    const decision = decide(ticket, given, context);
    if (!decision.ok) throw new Error(`${where}: ${JSON.stringify(decision.rejection)}`);
    if (decision.events.length === 0) throw new Error(`${where} changes nothing`);
    append(key, decision.events);
    if (given.type === 'resolve') {
      for (const carried of carriedBy(lived, key, context)) {
        const answered = decide(carried.ticket, given, context);
        if (answered.ok) append(carried.key, answered.events);
      }
    }
  }
  return [...lived.values()];
}

/** The resolution of a malfunction answers every ticket that it carries and that still waits. */
function carriedBy(lived: ReadonlyMap<string, Lived>, key: string, context: DecisionContext): Lived[] {
  return known(lived, key)
    .ticket.carries.map((id) => known(lived, id))
    .filter(({ ticket }) => permission('resolve', ticket, context).ok);
}

function organizationOf(cast: Cast, by: Parameters<Cast['actorOf']>[0]): string {
  const actor = cast.actorOf(by);
  return actor.kind === 'teomaster' ? actor.organizationId : '';
}
