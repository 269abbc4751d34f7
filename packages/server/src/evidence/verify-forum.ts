import { type ChainFault, type ChainLink, type KeptText, verifyChain } from '@teo-support/core';
import { asc, max, min, sql } from 'drizzle-orm';
import {
  improvementEvents,
  improvementReviews,
  improvements,
  improvementTeamTexts,
  improvementTexts,
  requestSubject,
  reviewSubject,
} from '../improvements/index.js';
import { type Reader, sha256 } from '../storage/index.js';
import { parsedPayload } from './parsed-payload.js';

/** The first thing that is wrong with the log of the forum, or how much of it was checked. */
export type ForumVerification =
  | { readonly ok: true; readonly histories: number; readonly events: number }
  | {
      readonly ok: false;
      readonly fault: ChainFault | 'positions_missing' | 'history_missing';
      /** `request:<id>`, `review:<month>` or `support:<id>:<person>`, where one history is at fault. */
      readonly subject: string | null;
      readonly version: number | null;
    };

/** So many events are read at once: fewer would ask too often, more would hold the event loop too long. */
const eventsAtOnce = 500;

interface Head {
  readonly version: number;
  readonly hash: string;
}

/** One history of the log, whole. */
interface History {
  readonly subject: string;
  readonly links: readonly ChainLink[];
  readonly texts: ReadonlyMap<number, readonly KeptText[]>;
}

/** A history of which more may follow. */
interface OpenHistory extends History {
  readonly links: ChainLink[];
  readonly texts: Map<number, KeptText[]>;
}

/**
 * Follows the chain of every request, of every review and of each person's support, and checks that none has left the log
 * as a whole. The rows of requests and reviews hold where their histories end; of support, the positions tell.
 * @param progress is told now and then how many events were checked
 */
export async function verifyForumLog(
  reader: Reader,
  progress?: (events: number) => void,
): Promise<ForumVerification> {
  const total = await reader.$count(improvementEvents);
  const [span] = await reader
    .select({ first: min(improvementEvents.position), last: max(improvementEvents.position) })
    .from(improvementEvents);
  if (total > 0 && (span?.first !== 1 || span.last !== total))
    return { ok: false, fault: 'positions_missing', subject: null, version: null };
  const checked = { histories: 0, events: 0, withRow: 0 };
  for await (const batch of historiesOf(reader)) {
    const heads = await headsOf(reader, batch);
    for (const { subject, links, texts } of batch) {
      const last = links.at(-1);
      const head = heads.get(subject);
      if (head === undefined && !subject.startsWith('support:'))
        return { ok: false, fault: 'history_missing', subject, version: null };
      const end = head ?? { version: links.length, hash: last?.hash ?? '' };
      const check = verifyChain(links, (version) => texts.get(version) ?? [], end, sha256);
      if (!check.ok) return { ok: false, fault: check.fault, subject, version: check.version };
      checked.histories += 1;
      checked.events += check.events;
      checked.withRow += head === undefined ? 0 : 1;
    }
    progress?.(checked.events);
  }
  const rows = (await reader.$count(improvements)) + (await reader.$count(improvementReviews));
  if (rows !== checked.withRow) return { ok: false, fault: 'history_missing', subject: null, version: null };
  return { ok: true, histories: checked.histories, events: checked.events };
}

/** The histories of the log, some at a time, along the index of subjects and versions. */
async function* historiesOf(reader: Reader): AsyncGenerator<History[]> {
  /** What was read of a history that may go on. */
  let open: OpenHistory | null = null;
  for (let after = { subject: '', version: 0 }; ; ) {
    const rows = await reader
      .select()
      .from(improvementEvents)
      .where(
        sql`(${improvementEvents.subject}, ${improvementEvents.version}) > (${after.subject}, ${after.version})`,
      )
      .orderBy(asc(improvementEvents.subject), asc(improvementEvents.version))
      .limit(eventsAtOnce);
    const last = rows.at(-1);
    const texts = await textsAt(
      reader,
      rows.map(({ position }) => position),
    );
    if (last === undefined) {
      if (open !== null) yield [open];
      return;
    }
    const whole: History[] = [];
    for (const { position, subject, version, payload, previousHash, hash } of rows) {
      const current: OpenHistory =
        open?.subject === subject ? open : { subject, links: [], texts: new Map() };
      if (open !== null && open !== current) whole.push(open);
      open = current;
      current.links.push({ ticketId: subject, version, payload: parsedPayload(payload), previousHash, hash });
      current.texts.set(version, texts.get(position) ?? []);
    }
    if (whole.length > 0) yield whole;
    after = last;
  }
}

/** The words that are kept for some events, those of the team too. */
async function textsAt(
  reader: Reader,
  positions: readonly number[],
): Promise<ReadonlyMap<number, KeptText[]>> {
  const texts = new Map<number, KeptText[]>();
  for (const table of [improvementTexts, improvementTeamTexts]) {
    const rows = await reader
      .select()
      .from(table)
      .where(sql`${table.position} in (select value from json_each(${JSON.stringify(positions)}))`);
    for (const { position, ...kept } of rows) {
      texts.set(position, [...(texts.get(position) ?? []), kept]);
    }
  }
  return texts;
}

/** Where the rows of requests and reviews say that their histories end. */
async function headsOf(reader: Reader, histories: readonly History[]): Promise<ReadonlyMap<string, Head>> {
  const heads = new Map<string, Head>();
  const named = (kind: string) =>
    JSON.stringify(
      histories.flatMap(({ subject }) => (subject.startsWith(kind) ? [subject.slice(kind.length)] : [])),
    );
  const requests = await reader
    .select({ id: improvements.id, version: improvements.version, hash: improvements.headHash })
    .from(improvements)
    .where(sql`${improvements.id} in (select value from json_each(${named('request:')}))`);
  for (const { id, ...head } of requests) heads.set(requestSubject(id).name, head);
  const reviews = await reader
    .select({
      month: improvementReviews.month,
      version: improvementReviews.version,
      hash: improvementReviews.headHash,
    })
    .from(improvementReviews)
    .where(sql`${improvementReviews.month} in (select value from json_each(${named('review:')}))`);
  for (const { month, ...head } of reviews) heads.set(reviewSubject(month).name, head);
  return heads;
}
