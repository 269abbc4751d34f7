import type { Presence } from '@teo-support/core/contract';
import { eq, gt, max, sql } from 'drizzle-orm';
import { hears, type Viewer } from '../identity/index.js';
import { type Database, events, prepared, type Reader, signals } from '../storage/index.js';
import { tickets } from '../tickets/index.js';
import type { Deliveries, Delivery } from './deliveries.js';
import { liveEventColumns, liveEventOf } from './live-event.js';
import { Mailbox } from './mailbox.js';
import { isAnswering, outsideView, type Present, readPresent } from './present.js';

/** Somebody who listens, from a place in the log on. */
export interface Listening {
  readonly mailbox: Mailbox;
  /** The last event that will not come into the mailbox: what was missed lies before. */
  readonly since: number;
  /** Who is present where, as far as this listener may know. */
  readonly presences: readonly Presence[];
  leave(): void;
}

export interface FeedOptions {
  readonly now: () => number;
  readonly deliveries: Deliveries;
  readonly report: (error: unknown) => void;
}

interface Listener {
  readonly viewer: Viewer;
  readonly mailbox: Mailbox;
}

const eventsAtOnce = 500;

/**
 * Reads the log once for all who listen on this process, and puts each event into the mailboxes of those who may hear of
 * it: what a commit costs does not grow with the number of listeners, except by what they are told.
 */
export class Feed {
  readonly #db: Database;
  readonly #options: FeedOptions;
  readonly #listeners = new Set<Listener>();
  /** How many listen, or are about to. */
  #concerned = 0;
  #position = 0;
  #rights = 0;
  #presenceCount = 0;
  #present: ReadonlyMap<string, Present> = new Map();
  /** Follows commits while somebody listens. */
  #following: { readonly delivery: Delivery; end(): void } | null = null;
  #looking: Promise<void> | null = null;
  #lookAgain = false;

  constructor(db: Database, options: FeedOptions) {
    this.#db = db;
    this.#options = options;
  }

  /** How many listen. */
  get size(): number {
    return this.#listeners.size;
  }

  /** From now on everything that the viewer may hear of comes into the mailbox, until they leave. */
  async join(viewer: Viewer): Promise<Listening> {
    const mailbox = new Mailbox(this.#options.deliveries.open());
    const listener = { viewer, mailbox };
    const leave = () => {
      this.#listeners.delete(listener);
      mailbox.close();
      this.#concerned -= 1;
      if (this.#concerned === 0) this.#unfollow();
    };
    this.#concerned += 1;
    this.#follow();
    try {
      // As the log stands now: on a libSQL server the caller may come from a process that has seen more than this one.
      await this.look();
    } catch (error) {
      leave();
      throw error;
    }
    this.#listeners.add(listener);
    const presences = [...this.#present.values()].flatMap((present) => {
      const told = toldOf(viewer, present.organizationId, presenceOf(present));
      return told === null || (told.people.length === 0 && !told.answering) ? [] : [told];
    });
    return { mailbox, since: this.#position, presences, leave };
  }

  /** Looks whether anything has happened. Whoever asks while it is looked waits for another look. */
  look(): Promise<void> {
    this.#lookAgain = true;
    this.#looking ??= this.#lookUntilNothing().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  #follow(): void {
    if (this.#following !== null) return;
    const delivery = this.#options.deliveries.open();
    const unsubscribe = this.#db.onCommit(() => {
      delivery.committed();
      // What fails now is looked for again with the next commit or heartbeat.
      this.look().catch(this.#options.report);
    });
    const end = () => {
      unsubscribe();
      delivery.end();
    };
    this.#following = { delivery, end };
  }

  #unfollow(): void {
    this.#following?.end();
    this.#following = null;
  }

  async #lookUntilNothing(): Promise<void> {
    while (this.#lookAgain) {
      this.#lookAgain = false;
      this.#following?.delivery.reading();
      if (this.#listeners.size === 0) await this.#begin();
      else await this.#tellWhatIsNew();
      this.#following?.delivery.sent();
    }
  }

  /** Nobody listens yet: what was before is nobody's concern. */
  async #begin(): Promise<void> {
    const reader = this.#db.lookUp;
    const last = (await selectLast(reader).get())?.last ?? 0;
    const counts = await readCounts(reader);
    const present = await readPresent(reader, this.#options.now());
    // Whoever has come meanwhile is told of everything after the place where the log stood for them.
    if (this.#listeners.size > 0) {
      this.#lookAgain = true;
      return;
    }
    this.#position = last;
    this.#rights = counts.rights;
    this.#presenceCount = counts.presence;
    this.#present = present;
  }

  async #tellWhatIsNew(): Promise<void> {
    const reader = this.#db.lookUp;
    const found = await selectAfter(reader).all({ position: this.#position });
    const counts = await readCounts(reader);
    const now = this.#options.now();
    const presenceMayDiffer =
      counts.presence !== this.#presenceCount ||
      [...this.#present.values()].some(({ until }) => until <= now);
    const present = presenceMayDiffer ? await readPresent(reader, now) : this.#present;

    for (const event of found) {
      const told = liveEventOf(event);
      for (const { viewer, mailbox } of this.#listeners) {
        if (hears(viewer, event)) mailbox.event(told);
      }
      this.#position = event.position;
    }
    // Whoever is quiet looks by this whether they may still listen; the others do with each event.
    if (counts.rights !== this.#rights) for (const { mailbox } of this.#listeners) mailbox.call();
    this.#rights = counts.rights;
    if (presenceMayDiffer) this.#tellPresence(present);
    this.#presenceCount = counts.presence;
    if (found.length === eventsAtOnce) this.#lookAgain = true;
  }

  #tellPresence(present: ReadonlyMap<string, Present>): void {
    const before = this.#present;
    this.#present = present;
    for (const ticketId of new Set([...before.keys(), ...present.keys()])) {
      const known = present.get(ticketId) ?? before.get(ticketId);
      if (known === undefined) continue;
      const was = presenceOf({ people: [], ...before.get(ticketId), ticketId });
      const is = presenceOf({ people: [], ...present.get(ticketId), ticketId });
      for (const { viewer, mailbox } of this.#listeners) {
        const told = toldOf(viewer, known.organizationId, is);
        if (told === null) continue;
        const toldBefore = toldOf(viewer, known.organizationId, was);
        if (JSON.stringify(told) !== JSON.stringify(toldBefore)) mailbox.presence(told);
      }
    }
  }
}

function presenceOf({ ticketId, people }: Pick<Present, 'ticketId' | 'people'>): Presence {
  return { ticketId, answering: isAnswering(people), people: [...people] };
}

/** What a viewer may know of it; `null` for nothing at all. */
function toldOf(viewer: Viewer, organizationId: string, presence: Presence): Presence | null {
  if (hears(viewer, { organizationId, audience: 'staff' })) return presence;
  return hears(viewer, { organizationId, audience: 'everyone' }) ? outsideView(presence) : null;
}

const selectLast = prepared((db) =>
  db
    .select({ last: max(events.position) })
    .from(events)
    .prepare(),
);

const selectAfter = prepared((db) =>
  db
    .select({ ...liveEventColumns, organizationId: events.organizationId, audience: events.audience })
    .from(events)
    .leftJoin(tickets, eq(tickets.id, events.ticketId))
    .where(gt(events.position, sql.placeholder('position')))
    .orderBy(events.position)
    .limit(eventsAtOnce)
    .prepare(),
);

const selectCounts = prepared((db) => db.select().from(signals).prepare());

async function readCounts(reader: Reader): Promise<{ readonly rights: number; readonly presence: number }> {
  const rows = await selectCounts(reader).all();
  const countOf = (name: string) => rows.find((row) => row.name === name)?.count ?? 0;
  return { rights: countOf('rights'), presence: countOf('presence') };
}
