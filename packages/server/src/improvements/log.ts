import { randomBytes } from 'node:crypto';
import {
  canonicalJson,
  type ImprovementEvent,
  type Json,
  linkHashOver,
  type ReviewEvent,
  type SupportEvent,
  seal,
  unseal,
} from '@teo-support/core';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import {
  placeholdersOf,
  prepared,
  previousHashOf,
  type Reader,
  sha256,
  type Transaction,
} from '../storage/index.js';
import { improvementEvents, improvementTeamTexts, improvementTexts } from './tables.js';

/** Each kind of subject has its own events. */
interface EventsOf {
  readonly request: ImprovementEvent;
  readonly review: ReviewEvent;
  readonly support: SupportEvent;
}
type Kind = keyof EventsOf;

/** What a history in the log is about. */
export interface Subject<K extends Kind> {
  readonly kind: K;
  /** `request:<id>`, `review:<month>` or `support:<id>:<person>`. */
  readonly name: string;
}

export const requestSubject = (id: string): Subject<'request'> => ({
  kind: 'request',
  name: `request:${id}`,
});
export const reviewSubject = (month: string): Subject<'review'> => ({
  kind: 'review',
  name: `review:${month}`,
});
export const supportSubject = (id: string, teomasterId: string): Subject<'support'> => ({
  kind: 'support',
  name: `support:${id}:${teomasterId}`,
});

const selectHead = prepared((db) =>
  db
    .select({ version: improvementEvents.version, hash: improvementEvents.hash })
    .from(improvementEvents)
    .where(eq(improvementEvents.subject, sql.placeholder('subject')))
    .orderBy(desc(improvementEvents.version))
    .limit(1)
    .prepare(),
);
const insertEvent = prepared((db) => {
  const { position: _given, ...columns } = placeholdersOf(improvementEvents);
  return db
    .insert(improvementEvents)
    .values(columns)
    .returning({ position: improvementEvents.position })
    .prepare();
});
const insertWords = {
  everyone: prepared((db) => db.insert(improvementTexts).values(placeholdersOf(improvementTexts)).prepare()),
  team: prepared((db) =>
    db.insert(improvementTeamTexts).values(placeholdersOf(improvementTeamTexts)).prepare(),
  ),
};

/** Whose words an event has: of a review the team's own, until it is published. */
function audienceOf(kind: Kind, type: string): keyof typeof insertWords {
  return kind === 'review' && type !== 'review.published' ? 'team' : 'everyone';
}

/** Where a history ends. */
export interface Head {
  readonly version: number;
  readonly hash: string;
}

/**
 * Appends to a history and its chain, in the transaction that changes the rows. A unique index refuses a second writer of
 * the same version.
 */
export async function append<K extends Kind>(
  tx: Transaction,
  { kind, name }: Subject<K>,
  events: readonly EventsOf[K][],
): Promise<Head> {
  const last = await selectHead(tx).get({ subject: name });
  let head: Head = { version: last?.version ?? 0, hash: previousHashOf(last?.hash ?? null) };
  for (const event of events) {
    const version = head.version + 1;
    const { payload, texts } = seal(event, sha256, () => randomBytes(16).toString('hex'));
    const canonical = canonicalJson(payload);
    const place = { ticketId: name, version, previousHash: head.hash };
    const hash = linkHashOver(canonical, place, sha256);
    const row = await insertEvent(tx).get({
      subject: name,
      version,
      type: event.type,
      at: event.at,
      actorKind: event.by.kind,
      actorId: event.by.kind === 'system' ? null : event.by.id,
      payload: canonical,
      previousHash: head.hash,
      hash,
    });
    if (row === undefined) throw new Error('The log of the forum did not say where it put the event.');
    for (const { path, salt, text } of texts) {
      await insertWords[audienceOf(kind, event.type)](tx).run({ position: row.position, path, salt, text });
    }
    head = { version, hash };
  }
  return head;
}

/** A history, oldest first, with the words that are still there. */
export async function readHistoryOf<K extends Kind>(
  reader: Reader,
  { kind, name }: Subject<K>,
): Promise<EventsOf[K][]> {
  const ofSubject = eq(improvementEvents.subject, name);
  const rows = await reader
    .select({ position: improvementEvents.position, payload: improvementEvents.payload })
    .from(improvementEvents)
    .where(ofSubject)
    .orderBy(asc(improvementEvents.version));
  const texts = new Map<number, Map<string, string>>();
  const tables = kind === 'review' ? [improvementTexts, improvementTeamTexts] : [improvementTexts];
  for (const table of tables) {
    const words = await reader
      .select({ position: table.position, path: table.path, text: table.text })
      .from(table)
      .innerJoin(improvementEvents, and(eq(improvementEvents.position, table.position), ofSubject));
    for (const { position, path, text } of words) {
      if (text !== null) texts.set(position, (texts.get(position) ?? new Map()).set(path, text));
    }
  }
  return rows.map(({ position, payload }) => asStored<K>(JSON.parse(payload), texts.get(position)));
}

function asStored<K extends Kind>(
  payload: Json,
  texts: ReadonlyMap<string, string> = new Map(),
): EventsOf[K] {
  // The log holds nothing but what core decided and `seal` sealed, and the chain proves it.
  return unseal(payload, texts) as unknown as EventsOf[K];
}
