import { type Random, seeded } from '../hostile/random.js';
import type { Machine } from '../server-process.js';
import type { Passage } from '../sqld/proxy.js';

/** What is done to a server while it works. */
export type Fault =
  | { readonly kind: 'kill' }
  /** `killed`: it is also killed while there is no room, and started again once there is. */
  | { readonly kind: 'full disk'; readonly killed: boolean }
  | { readonly kind: 'I/O errors'; readonly faults: NonNullable<Machine['faults']> }
  /** Another process has the write lock; beyond five seconds writes are refused. */
  | { readonly kind: 'held lock'; readonly ms: number }
  | { readonly kind: 'clock jump'; readonly hours: number }
  /** So many requests to the libSQL server are cut, before they come through or before their answer does, or hang. */
  | { readonly kind: 'cut connection'; readonly how: Exclude<Passage, 'through'>; readonly times: number }
  /** For so long everything takes so much longer, to the libSQL server and back. */
  | { readonly kind: 'slow connection'; readonly delayMs: number; readonly ms: number }
  /** The libSQL server is killed, and away for so long. */
  | { readonly kind: 'killed sqld'; readonly ms: number };

/** Where the database is: what can happen differs. */
export type Base = 'file' | 'sqld';

/** One fault, and the moment for it. */
export interface Round {
  /** How many tickets are acknowledged before it happens. */
  readonly after: number;
  readonly fault: Fault;
}

const kindsOn = {
  file: ['kill', 'full disk', 'I/O errors', 'held lock', 'clock jump'],
  sqld: ['kill', 'cut connection', 'slow connection', 'killed sqld', 'clock jump'],
} as const;

/** Rounds without end: first each kind of fault once and two more kills, then as chance has it. The same of the same seed. */
export function* planOf(seed: number, base: Base): Generator<Round, never> {
  const random = seeded(seed);
  const kinds: readonly ['kill', ...Fault['kind'][]] = kindsOn[base];
  for (const kind of [...kinds, 'kill', 'kill'] as const) yield roundOf(kind, random);
  for (;;) yield roundOf(random.once(3) ? 'kill' : random.pick(kinds), random);
}

/** How many rounds it takes until each kind of fault has happened, and on a file some more kills. */
export function roundsOfEachFault(base: Base): number {
  return kindsOn[base].length + (base === 'file' ? 2 : 0);
}

function roundOf(kind: Fault['kind'], random: Random): Round {
  return { after: 5 + random.below(120), fault: faultOf(kind, random) };
}

function faultOf(kind: Fault['kind'], random: Random): Fault {
  switch (kind) {
    case 'kill':
      return { kind };
    case 'full disk':
      return { kind, killed: random.once(2) };
    case 'held lock':
      return { kind, ms: random.once(4) ? 6000 : 50 + random.below(600) };
    case 'clock jump':
      return { kind, hours: random.below(2 * 24 * 20) - 24 * 20 };
    case 'cut connection':
      return { kind, how: random.pick(['cut before', 'cut after', 'swallow']), times: 1 + random.below(8) };
    case 'slow connection':
      return { kind, delayMs: 20 + random.below(random.once(4) ? 8000 : 400), ms: 500 + random.below(4000) };
    case 'killed sqld':
      return { kind, ms: random.below(1500) };
    case 'I/O errors':
      return { kind, faults: Array.from({ length: 1 + random.below(4) }, () => ioFault(random)) };
  }
}

/** Of each so many go by in a fraction of a second: there are fewer commits than changes. */
const soon = { open: 1, read: 200, write: 200, commit: 10, 'commit-told': 10 } as const;

function ioFault(random: Random) {
  const place = random.pick(['open', 'read', 'write', 'commit', 'commit-told'] as const);
  return { place, after: random.below(soon[place]), times: 1 + random.below(3) };
}
