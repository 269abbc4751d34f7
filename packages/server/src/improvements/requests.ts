import {
  type Actor,
  decideRequest,
  evolveRequest,
  firstDecisionDue,
  type ImprovementCommand,
  type ImprovementEvent,
  type ImprovementRequest,
  issue,
  type ServicePolicy,
  statusOf,
  type TeomasterActor,
} from '@teo-support/core';
import { and, eq } from 'drizzle-orm';
import { faqArticles } from '../faq/index.js';
import { ProblemError, RejectionError } from '../http/index.js';
import type { Reader, Transaction } from '../storage/index.js';
import { projectComment } from './comments.js';
import { recount } from './family.js';
import { append, readHistoryOf, requestSubject } from './log.js';
import { changeSupport } from './support.js';
import { improvements } from './tables.js';
import { indexWords } from './words.js';

/** A command as it is asked for: other requests by their ids. */
export type AskedCommand =
  | Exclude<ImprovementCommand, { readonly type: 'merge' | 'unmerge' }>
  | { readonly type: 'merge'; readonly into: string }
  | { readonly type: 'unmerge' };

export interface RequestChange {
  readonly id: string;
  readonly command: AskedCommand;
  readonly actor: Actor;
  readonly now: number;
  readonly policy: ServicePolicy;
  /** The versions of which the caller has seen one, or `null` for any. */
  readonly expected: readonly number[] | null;
}

/** The request as its history makes it. */
export async function findRequest(reader: Reader, id: string): Promise<ImprovementRequest | null> {
  const events = await readHistoryOf(reader, requestSubject(id));
  return events.reduce<ImprovementRequest | null>(evolveRequest, null);
}

/** The one way in which a request changes, but for decisions and support. */
export async function changeRequest(tx: Transaction, change: RequestChange): Promise<ImprovementRequest> {
  const { id, command: asked, actor, now, policy, expected } = change;
  const before = await findRequest(tx, id);
  if (before === null && asked.type !== 'submit') throw new ProblemError('not-found');
  if (expected !== null && !expected.includes(before?.version ?? 0))
    throw new ProblemError('version-conflict');
  const { command, other } = await withOther(tx, before, asked);
  const published = command.type === 'record_implementation' && (await isPublished(tx, command.article));
  const outcome = decideRequest(before, command, { actor, now, isPublished: () => published });
  if (!outcome.ok) throw new RejectionError(outcome.rejection, '');
  const after = await applyEvents(tx, id, before, outcome.events, policy);
  if (other !== null && outcome.onOther.length > 0) {
    await applyEvents(tx, other.id, other, outcome.onOther, policy);
    await recountOf(tx, other.id);
  }
  return after;
}

/** Submits a request for its author, who votes for it by that. */
export async function submitRequest(
  tx: Transaction,
  given: Omit<RequestChange, 'command' | 'actor' | 'expected'> & {
    readonly actor: TeomasterActor;
    readonly parts: Omit<Extract<AskedCommand, { type: 'submit' }>, 'type' | 'requestId'>;
  },
): Promise<ImprovementRequest> {
  const { id, actor, now, parts } = given;
  const command = { type: 'submit', requestId: id, ...parts } as const;
  const request = await changeRequest(tx, { ...given, command, expected: null });
  await changeSupport(tx, { id, command: { type: 'vote' }, actor, now });
  return request;
}

/** Appends what happened to a request, and brings its row up to date. */
export async function applyEvents(
  tx: Transaction,
  id: string,
  before: ImprovementRequest | null,
  events: readonly ImprovementEvent[],
  policy: ServicePolicy,
): Promise<ImprovementRequest> {
  const after = events.reduce<ImprovementRequest | null>(evolveRequest, before);
  if (after === null) throw new Error('An accepted command left no request.');
  if (events.length === 0) return after;
  const head = await append(tx, requestSubject(id), events);
  const state = {
    ...(await stateOf(tx, after)),
    ...hidingIn(events),
    version: head.version,
    headHash: head.hash,
  };
  if (before === null) {
    const [row] = await tx
      .insert(improvements)
      .values({ ...contentOf(after, policy), ...state, votes: 0, organizations: 0, comments: 0 })
      .returning({ number: improvements.number });
    if (row === undefined) throw new Error('A request got no number.');
    const { role, need, purpose } = after;
    await indexWords(
      tx,
      row.number,
      [role, need, purpose].map(({ written }) => written ?? ''),
    );
  } else {
    await tx.update(improvements).set(state).where(eq(improvements.id, id));
  }
  for (const event of events) await projectComment(tx, id, event);
  return after;
}

function contentOf(request: ImprovementRequest, policy: ServicePolicy) {
  const { id, organizationId, authorId, module, role, need, purpose, submittedAt } = request;
  return {
    id,
    organizationId,
    authorId,
    module,
    role: role.written,
    need: need.written,
    purpose: purpose.written,
    submittedAt,
    firstDecisionDue: firstDecisionDue(request, policy),
  };
}

async function stateOf(tx: Transaction, request: ImprovementRequest) {
  const { hidden, mergedInto, implementation, decisions } = request;
  const into = mergedInto === null ? null : await numberOf(tx, mergedInto);
  const shelf: typeof improvements.$inferSelect.shelf = hidden
    ? 'hidden'
    : mergedInto === null
      ? 'open'
      : 'merged';
  return {
    status: statusOf(request),
    decidedAt: decisions.at(-1)?.at ?? null,
    mergedInto: into,
    shelf,
    release: implementation?.release ?? null,
    article: implementation?.article ?? null,
  };
}

/** What the last moderation of the request itself says. */
function hidingIn(events: readonly ImprovementEvent[]) {
  const last = events.findLast(
    (event) =>
      (event.type === 'improvement.hidden' || event.type === 'improvement.restored') &&
      event.commentId === null,
  );
  if (last?.type === 'improvement.hidden') return { hiddenAt: last.at, hiddenReason: last.reason.written };
  return last === undefined ? {} : { hiddenAt: null, hiddenReason: null };
}

export async function numberOf(reader: Reader, id: string): Promise<number> {
  const [row] = await reader
    .select({ number: improvements.number })
    .from(improvements)
    .where(eq(improvements.id, id));
  if (row === undefined) throw new ProblemError('not-found');
  return row.number;
}

async function recountOf(tx: Transaction, id: string): Promise<void> {
  await recount(tx, await numberOf(tx, id));
}

async function withOther(
  tx: Transaction,
  before: ImprovementRequest | null,
  asked: AskedCommand,
): Promise<{ readonly command: ImprovementCommand; readonly other: ImprovementRequest | null }> {
  if (asked.type === 'merge') {
    const other = await findRequest(tx, asked.into);
    if (other === null) {
      const issues = [issue(['into'], 'not_an_option')];
      throw new RejectionError({ code: 'fields_invalid', issues }, '');
    }
    return { command: { type: 'merge', into: other }, other };
  }
  if (asked.type === 'unmerge') {
    const from = before?.mergedInto ?? null;
    const other = from === null ? null : await findRequest(tx, from);
    if (other === null) throw new RejectionError({ code: 'request_not_merged' }, '');
    return { command: { type: 'unmerge', from: other }, other };
  }
  return { command: asked, other: null };
}

async function isPublished(reader: Reader, article: string | null): Promise<boolean> {
  if (article === null) return false;
  const [row] = await reader
    .select({ id: faqArticles.id })
    .from(faqArticles)
    .where(and(eq(faqArticles.id, article), eq(faqArticles.state, 'published')));
  return row !== undefined;
}
