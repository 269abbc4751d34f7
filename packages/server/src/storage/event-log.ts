import { hash } from 'node:crypto';
import {
  canonicalJson,
  chainStart,
  isPublic,
  type Json,
  linkHashOver,
  type Sha256,
  seal,
  type TicketEvent,
  unseal,
} from '@teo-support/core';
import { asc, eq, max, sql } from 'drizzle-orm';
import type { Reader } from './connection.js';
import { placeholdersOf, prepared, preparedRows } from './prepared.js';
import { drawRandom } from './random-bytes.js';
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

const insertEvents = preparedRows(placeholdersOf(events), (db, rows) =>
  db.insert(events).values(rows).prepare(),
);
/** Nobody else appends meanwhile: a transaction that writes is the only one. */
const lastPosition = prepared((db) =>
  db
    .select({ last: max(events.position) })
    .from(events)
    .prepare(),
);

function insertWordsInto(table: typeof eventTexts | typeof internalNoteTexts) {
  return preparedRows(placeholdersOf(table), (db, rows) => db.insert(table).values(rows).prepare());
}
const insertWords = {
  everyone: insertWordsInto(eventTexts),
  staff: insertWordsInto(internalNoteTexts),
};

/** A fresh unguessable text of 128 random bits. */
function makeSalt(): string {
  return drawRandom(16).toString('hex');
}

/** Appends events to a ticket's history and chain. */
export async function appendEvents(
  tx: Transaction,
  place: Appending,
  appended: readonly TicketEvent[],
): Promise<Appended> {
  const [only] = await appendHistories(tx, [{ place, events: appended }]);
  if (only === undefined) throw new Error('What was appended is not there.');
  return only;
}

/** The same for several tickets at once: in their order. */
export async function appendHistories(
  tx: Transaction,
  histories: readonly { readonly place: Appending; readonly events: readonly TicketEvent[] }[],
): Promise<Appended[]> {
  const chains = histories.map(({ place, events }) => chainOf(place, events));
  const first = ((await lastPosition(tx).get())?.last ?? 0) + 1;
  const links = chains.flat().map((link, index) => ({ position: first + index, ...link }));
  const rows = links.map(({ position, row }) => ({ position, ...row }));
  for (const { statement, values } of insertEvents(tx, rows)) await statement.run(values);
  for (const audience of ['everyone', 'staff'] as const) {
    const words = links.flatMap(({ position, row, texts }) =>
      row.audience === audience ? texts.map((text) => ({ position, ...text })) : [],
    );
    for (const { statement, values } of insertWords[audience](tx, words)) await statement.run(values);
  }
  return chains.map((chain, place) => ({
    events: chain.map(({ stored }) => fromLog(stored)),
    head: chain.at(-1)?.row.hash ?? histories[place]?.place.previousHash ?? chainStart,
  }));
}

/** Events as they will stand in the log, each chained to the one before. */
function chainOf(place: Appending, appended: readonly TicketEvent[]) {
  const { ticketId, organizationId, afterVersion } = place;
  let { previousHash } = place;
  return appended.map((event, index) => {
    const version = afterVersion + index + 1;
    const { payload, texts, stored } = seal(event, sha256, makeSalt);
    const canonical = canonicalJson(payload);
    const row = {
      ticketId,
      version,
      organizationId,
      type: event.type,
      audience: isPublic(event) ? ('everyone' as const) : ('staff' as const),
      at: event.at,
      actorKind: event.by.kind,
      payload: canonical,
      previousHash,
      hash: linkHashOver(canonical, { ticketId, version, previousHash }, sha256),
    };
    previousHash = row.hash;
    return { row, texts, stored };
  });
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
  return fromLog(unseal(JSON.parse(payload), texts));
}

function fromLog(stored: Json): TicketEvent {
  // The log holds nothing but what `decide` made and `seal` sealed, and the chain proves it: parsing it again
  // with a schema would be a second truth about events.
  return stored as unknown as TicketEvent;
}

/** The hash that a ticket's next event is chained to. */
export function previousHashOf(headHash: string | null): string {
  return headHash ?? chainStart;
}
