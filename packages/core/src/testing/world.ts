import fc from 'fast-check';
import type { Actor } from '../people/actor.js';
import { ticketId } from '../people/ids.js';
import { type Instant, publishedPolicy } from '../service-level/policy.js';
import type { PairCommand, TicketCommand, TicketCommandType } from '../tickets/commands.js';
import { canCarry, consequences } from '../tickets/consequences.js';
import { decide } from '../tickets/decide.js';
import { decidePair } from '../tickets/decide-pair.js';
import type { TicketEvent } from '../tickets/events.js';
import { evolve } from '../tickets/evolve.js';
import type { Rejection } from '../tickets/rejection.js';
import type { Ticket } from '../tickets/ticket.js';
import { actorsOf, commandsByType, elapsed } from './arbitraries.js';
import { claire, karim, sofia, start, time, yann } from './domain.js';

/** What is tried: a command on one ticket, or on two. */
export type Try = TicketCommand | { readonly type: PairCommand['type'] };

/** One thing that someone tries, some time after (or, where a clock was set back, before) the last. */
export interface Attempt {
  readonly on: number;
  /** The other end, for commands on two tickets. */
  readonly with: number;
  readonly command: Try;
  readonly actor: Actor;
  readonly elapsed: number;
}

/** A ticket and everything that happened to it. */
export interface Lived {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
}

/** Several tickets, of two organizations, at one moment. */
export type World = ReadonlyMap<string, Lived>;

export interface Moment extends Attempt {
  readonly now: Instant;
  readonly before: World;
  readonly after: World;
  /** Why it was refused, or `null`. */
  readonly rejection: Rejection | null;
}

/** Three tickets of Lyon, two of Brest. */
const requesters: readonly Actor[] = [claire, karim, claire, yann, yann];

export function idOf(place: number): ReturnType<typeof ticketId> {
  return ticketId(`tk_${place}`);
}

/** The same as the server does in one transaction: the command, and what follows from it for other tickets. */
export function attempt(world: World, { on, with: other, command, actor }: Attempt, now: Instant) {
  const otherId = other === fitting ? fittingFor(world, world.get(idOf(on))?.ticket, command) : idOf(other);
  return give(world, idOf(on), otherId, command, actor, now);
}

/** In the place of another ticket: the one that is held together with it, or could be, if any. */
const fitting = -1;

function fittingFor(world: World, ticket: Ticket | undefined, { type }: Try): string {
  const found: Partial<Record<Try['type'], string | null | undefined>> = {
    unmerge: ticket?.merged?.into,
    release: ticket?.carrier,
    unlink: ticket?.links[0],
    carry: [...world.values()].find((other) => canCarry(other.ticket) && other.ticket !== ticket)?.ticket.id,
  };
  return found[type] ?? idOf(1);
}

function give(
  world: World,
  id: string,
  otherId: string,
  command: Try,
  actor: Actor,
  now: Instant,
): Attempted {
  const before = world.get(id);
  const context = { actor, now, policy: publishedPolicy };
  if (!isPairCommand(command)) {
    const decision = decide(before?.ticket ?? null, command, context);
    if (!decision.ok) return { world, rejection: decision.rejection };
    return follow(append(world, id, decision.events), before?.ticket ?? null, id, actor, now);
  }
  const other = world.get(otherId);
  if (before === undefined || other === undefined) return { world, rejection: { code: 'ticket_missing' } };
  const decision = decidePair(before.ticket, { type: command.type, other: other.ticket }, context);
  if (!decision.ok) return { world, rejection: decision.rejection };
  return {
    world: append(append(world, id, decision.events), otherId, decision.otherEvents),
    rejection: null,
  };
}

interface Attempted {
  readonly world: World;
  readonly rejection: Rejection | null;
}

function follow(world: World, before: Ticket | null, id: string, actor: Actor, now: Instant): Attempted {
  const after = world.get(id)?.ticket;
  if (before === null || after === undefined) return { world, rejection: null };
  const next = consequences(before, after).reduce(
    (so, following) =>
      following.kind === 'answer'
        ? give(so, following.ticketId, '', following.command, actor, now).world
        : give(so, following.ticketId, following.otherId, { type: following.command }, time, now).world,
    world,
  );
  return { world: next, rejection: null };
}

function append(world: World, id: string, decided: readonly TicketEvent[]): World {
  const before = world.get(id);
  let ticket = before?.ticket ?? null;
  for (const event of decided) ticket = evolve(ticket, event);
  if (ticket === null) return world;
  return new Map(world).set(id, { ticket, events: [...(before?.events ?? []), ...decided] });
}

export function isPairCommand(command: Try): command is { readonly type: PairCommand['type'] } {
  return ['merge', 'unmerge', 'carry', 'release', 'link', 'unlink'].includes(command.type);
}

/** Every moment of a life of several tickets. */
export function live(life: readonly Attempt[]): Moment[] {
  const moments: Moment[] = [];
  let now = start;
  let world: World = new Map();
  for (const tried of life) {
    now += tried.elapsed;
    const before = world;
    const attempted = attempt(before, tried, now);
    world = attempted.world;
    moments.push({ ...tried, now, before, after: world, rejection: attempted.rejection });
  }
  return moments;
}

/** How often each command is tried, so that lives go far before they end. */
const weights: Readonly<Record<TicketCommandType | PairCommand['type'], number>> = {
  file: 1,
  answer: 4,
  reply: 3,
  write_note: 2,
  assign: 2,
  record_reproduction_test: 5,
  transfer: 4,
  reprioritise: 2,
  requalify: 2,
  consult: 3,
  answer_consultation: 3,
  guide_roll_back: 6,
  rule_out_roll_back: 1,
  tick_roll_back_step: 8,
  resolve: 2,
  confirm: 3,
  reopen: 3,
  cancel: 1,
  close_by_time: 1,
  raise_alarms: 3,
  merge: 6,
  unmerge: 4,
  carry: 6,
  release: 3,
  link: 2,
  unlink: 3,
};

/** Some tickets have more happen to them than others, so that some go far. */
const places = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.constant(3) },
  { weight: 3, arbitrary: fc.nat({ max: requesters.length - 1 }) },
);

function attemptOf(type: keyof typeof weights): fc.Arbitrary<Attempt> {
  const command: fc.Arbitrary<Try> = isTicketCommandType(type) ? commandsByType[type] : fc.constant({ type });
  const other = fc.oneof(places, fc.constant(fitting));
  return fc
    .record({ on: places, with: other, command, actor: actorsOf(type), elapsed, byRequester: often })
    .map(({ byRequester, ...tried }) => atItsPlace(byRequester ? byItsRequester(tried) : tried));
}

function isTicketCommandType(type: string): type is TicketCommandType {
  return Object.hasOwn(commandsByType, type);
}

function isWeighed(type: string): type is keyof typeof weights {
  return Object.hasOwn(weights, type);
}

const often = fc.constantFrom(true, true, true, true, false);

/** What téomasters do, done by the one whose ticket it is. */
function byItsRequester(tried: Attempt): Attempt {
  return tried.actor.kind === 'teomaster' ? { ...tried, actor: requesters[tried.on] ?? tried.actor } : tried;
}

/** A filing has the id and the number of its place. */
function atItsPlace(tried: Attempt): Attempt {
  if (tried.command.type !== 'file') return tried;
  return { ...tried, command: { ...tried.command, ticketId: idOf(tried.on), number: 1001 + tried.on } };
}

const beginnings = requesters.map((requester, on) =>
  fc
    .record({
      on: fc.constant(on),
      with: places,
      command: commandsByType.file,
      actor: fc.constantFrom(...Array<Actor>(14).fill(requester), sofia),
      elapsed,
    })
    .map(atItsPlace),
);

/** A life of several tickets: each filed first (as a rule), then anything by anyone. */
export const lives: fc.Arbitrary<Attempt[]> = fc
  .tuple(
    fc.tuple(...beginnings),
    fc.array(
      fc.oneof(
        ...Object.entries(weights).flatMap(([name, weight]) =>
          isWeighed(name) ? [{ weight, arbitrary: attemptOf(name) }] : [],
        ),
      ),
      { minLength: 10, maxLength: 70, size: 'max' },
    ),
  )
  .map(([first, rest]) => [...first, ...rest]);
