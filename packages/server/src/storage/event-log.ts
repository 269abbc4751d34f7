import { hash, randomBytes } from 'node:crypto';
import {
  type Actor,
  canonicalJson,
  chainStart,
  isPublic,
  type Json,
  linkHashOver,
  type SealedText,
  type Sha256,
  seal,
  type TicketEvent,
  unseal,
} from '@teo-support/core';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Reader } from './connection.js';
import { placeholdersOf, prepared } from './prepared.js';
import { events, eventTexts, internalNoteTexts } from './tables.js';
import type { Transaction } from './write-queue.js';

export const sha256: Sha256 = (text) => hash('sha256', text);

/** Which words come along when a history is read: those that everyone concerned may see, or also the team's own. */
export type Audience = 'everyone' | 'staff';

export interface Appending {
  readonly ticketId: string;
  readonly organizationId: string;
  /** The version of the ticket before these events; a unique index refuses a second writer of the same version. */
  readonly afterVersion: number;
  readonly previousHash: string;
}

/** Events as the log now holds them, which is how every later reading finds them, and the hash of the last. */
export interface Appended {
  readonly events: readonly TicketEvent[];
  readonly head: string;
}

const insertEvent = prepared((db) => {
  const { position: _given, ...columns } = placeholdersOf(events);
  return db.insert(events).values(columns).returning({ position: events.position }).prepare();
});

type WordsTable = typeof eventTexts | typeof internalNoteTexts;

/** One statement for all words of an event, for each number of them. */
function insertWordsInto(
  table: WordsTable,
): (tx: Transaction, position: number, texts: readonly SealedText[]) => Promise<unknown> {
  const byCount = new Map<number, ReturnType<typeof insertMany>>();
  return async (tx, position, texts) => {
    if (texts.length === 0) return;
    const insert = byCount.get(texts.length) ?? insertMany(table, texts.length);
    byCount.set(texts.length, insert);
    const given: Record<string, string | number> = { position };
    for (const [place, { path, salt, text }] of texts.entries()) {
      given[`path${place}`] = path;
      given[`salt${place}`] = salt;
      given[`text${place}`] = text;
    }
    await insert(tx).run(given);
  };
}

function insertMany(table: WordsTable, count: number) {
  const rows = Array.from({ length: count }, (_, place) => ({
    position: sql.placeholder('position'),
    path: sql.placeholder(`path${place}`),
    salt: sql.placeholder(`salt${place}`),
    text: sql.placeholder(`text${place}`),
  }));
  return prepared((db) => db.insert(table).values(rows).prepare());
}

const insertWords = {
  everyone: insertWordsInto(eventTexts),
  staff: insertWordsInto(internalNoteTexts),
};

const saltBytes = 16;

/** Random bytes that no salt has used yet: asking the system for each salt costs more than hashing with it. */
let drawn = Buffer.alloc(0);
let used = 0;

/** A fresh unguessable text of 128 random bits. */
function makeSalt(): string {
  if (used === drawn.length) {
    drawn = randomBytes(saltBytes * 256);
    used = 0;
  }
  used += saltBytes;
  return drawn.toString('hex', used - saltBytes, used);
}

/** Appends events to a ticket's history and chain. */
export async function appendEvents(
  tx: Transaction,
  place: Appending,
  appended: readonly TicketEvent[],
): Promise<Appended> {
  const stored: TicketEvent[] = [];
  let previousHash = place.previousHash;
  let version = place.afterVersion;
  for (const event of appended) {
    version += 1;
    const { payload, texts } = seal(event, sha256, makeSalt);
    const canonical = canonicalJson(payload);
    const link = linkHashOver(canonical, { ticketId: place.ticketId, version, previousHash }, sha256);
    const audience = isPublic(event) ? 'everyone' : 'staff';
    const row = await insertEvent(tx).get({
      ticketId: place.ticketId,
      version,
      organizationId: place.organizationId,
      type: event.type,
      audience,
      at: event.at,
      actorKind: event.by.kind,
      payload: canonical,
      previousHash,
      hash: link,
    });
    if (row === undefined) throw new Error('The event log did not say where it put the event.');
    await insertWords[audience](tx, row.position, texts);
    stored.push(asStored(payload, new Map(texts.map(({ path, text }) => [path, text]))));
    previousHash = link;
  }
  return { events: stored, head: previousHash };
}

const selectEvents = prepared((db) =>
  db
    .select({ position: events.position, payload: events.payload })
    .from(events)
    .where(eq(events.ticketId, sql.placeholder('ticketId')))
    .orderBy(asc(events.version))
    .prepare(),
);

function selectWords(table: typeof eventTexts | typeof internalNoteTexts) {
  return prepared((db) =>
    db
      .select({ position: table.position, path: table.path, text: table.text })
      .from(table)
      .innerJoin(events, eq(events.position, table.position))
      .where(eq(events.ticketId, sql.placeholder('ticketId')))
      .prepare(),
  );
}
const selectPublicWords = selectWords(eventTexts);
const selectInternalWords = selectWords(internalNoteTexts);

/** A ticket's history, oldest first. For `everyone` the words of internal notes are not even read. */
export async function readHistory(
  reader: Reader,
  ticketId: string,
  audience: Audience,
): Promise<TicketEvent[]> {
  const rows = await selectEvents(reader).all({ ticketId });
  const texts = wordsByEvent(await selectPublicWords(reader).all({ ticketId }));
  if (audience === 'staff') {
    const internal = wordsByEvent(await selectInternalWords(reader).all({ ticketId }));
    for (const [place, text] of internal) texts.set(place, text);
  }
  return rows.map((row) => toEvent(row.payload, texts.get(row.position) ?? new Map()));
}

function wordsByEvent(
  rows: readonly { readonly position: number; readonly path: string; readonly text: string | null }[],
): Map<number, Map<string, string>> {
  const texts = new Map<number, Map<string, string>>();
  for (const row of rows) {
    if (row.text === null) continue;
    const ofEvent = texts.get(row.position) ?? new Map<string, string>();
    texts.set(row.position, ofEvent.set(row.path, row.text));
  }
  return texts;
}

function toEvent(payload: string, texts: ReadonlyMap<string, string>): TicketEvent {
  return asStored(JSON.parse(payload), texts);
}

function asStored(payload: Json, texts: ReadonlyMap<string, string>): TicketEvent {
  // The log holds nothing but what `decide` made and `seal` sealed, and the chain proves it: parsing it again
  // with a schema would be a second truth about events.
  return unseal(payload, texts) as unknown as TicketEvent;
}

/** The hash that a ticket's next event is chained to. */
export function previousHashOf(headHash: string | null): string {
  return headHash ?? chainStart;
}

/** What is told to listeners of an event: that it happened, never what was written. */
export interface LoggedEvent {
  readonly position: number;
  readonly ticketId: string;
  readonly type: string;
  readonly at: number;
  readonly by: Actor['kind'];
}

/** The events after a position that a scope lets through, oldest first. */
export function readEventsAfter(
  reader: Reader,
  position: number,
  scope: Parameters<typeof and>[0],
  limit: number,
): Promise<LoggedEvent[]> {
  return reader
    .select({
      position: events.position,
      ticketId: events.ticketId,
      type: events.type,
      at: events.at,
      by: events.actorKind,
    })
    .from(events)
    .where(and(gt(events.position, position), scope))
    .orderBy(asc(events.position))
    .limit(limit);
}
