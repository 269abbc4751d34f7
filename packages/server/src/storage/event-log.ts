import { createHash, randomBytes } from 'node:crypto';
import {
  type Actor,
  canonicalJson,
  chainStart,
  isPublic,
  type Json,
  linkHash,
  type Sha256,
  seal,
  type TicketEvent,
  unseal,
} from '@teo-support/core';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Reader } from './connection.js';
import { events, eventTexts, internalNoteTexts } from './tables.js';
import type { Transaction } from './write-queue.js';

export const sha256: Sha256 = (text) => createHash('sha256').update(text).digest('hex');

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
    const { payload, texts } = seal(event, sha256, () => randomBytes(16).toString('hex'));
    const canonical = canonicalJson(payload);
    const hash = linkHash({ ticketId: place.ticketId, version, payload, previousHash }, sha256);
    const [row] = await tx
      .insert(events)
      .values({
        ticketId: place.ticketId,
        version,
        organizationId: place.organizationId,
        type: event.type,
        audience: isPublic(event) ? 'everyone' : 'staff',
        at: event.at,
        actorKind: event.by.kind,
        payload: canonical,
        previousHash,
        hash,
      })
      .returning({ position: events.position });
    if (row === undefined) throw new Error('The event log did not say where it put the event.');
    if (texts.length > 0) {
      await tx
        .insert(isPublic(event) ? eventTexts : internalNoteTexts)
        .values(texts.map((text) => ({ position: row.position, ...text })));
    }
    stored.push(toEvent(canonical, new Map(texts.map((text) => [text.path, text.text]))));
    previousHash = hash;
  }
  return { events: stored, head: previousHash };
}

/** A ticket's history, oldest first. For `everyone` the words of internal notes are not even read. */
export async function readHistory(
  reader: Reader,
  ticketId: string,
  audience: Audience,
): Promise<TicketEvent[]> {
  const rows = await reader
    .select({ position: events.position, payload: events.payload })
    .from(events)
    .where(eq(events.ticketId, ticketId))
    .orderBy(asc(events.version));
  const texts = await readTexts(reader, eventTexts, ticketId);
  if (audience === 'staff')
    for (const [place, text] of await readTexts(reader, internalNoteTexts, ticketId)) texts.set(place, text);
  return rows.map((row) => toEvent(row.payload, texts.get(row.position) ?? new Map()));
}

async function readTexts(
  reader: Reader,
  table: typeof eventTexts | typeof internalNoteTexts,
  ticketId: string,
): Promise<Map<number, Map<string, string>>> {
  const rows = await reader
    .select({ position: table.position, path: table.path, text: table.text })
    .from(table)
    .innerJoin(events, eq(events.position, table.position))
    .where(eq(events.ticketId, ticketId));
  const texts = new Map<number, Map<string, string>>();
  for (const row of rows) {
    if (row.text === null) continue;
    const ofEvent = texts.get(row.position) ?? new Map<string, string>();
    texts.set(row.position, ofEvent.set(row.path, row.text));
  }
  return texts;
}

function toEvent(payload: string, texts: ReadonlyMap<string, string>): TicketEvent {
  const sealed: Json = JSON.parse(payload);
  // The log holds nothing but what `decide` made and `seal` sealed, and the chain proves it: parsing it again
  // with a schema would be a second truth about events.
  return unseal(sealed, texts) as unknown as TicketEvent;
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
