import { declarationOf } from '@teo-support/core';
import type { FileTicketRequest, RequesterTicket } from '@teo-support/core/contract';
import { ApiError } from '@teo-support/sdk/connection';
import type { CollectedItem } from '../context/collect.js';
import { answersOf, impactOf } from '../drafts/answers.js';
import type { Draft } from '../drafts/draft.js';
import { UploadMarks } from '../drafts/upload-marks.js';
import { apart } from '../panel/apart.js';
import type { FullSession } from '../panel/full-session.js';
import type { FieldProblems } from './field-problems.js';
import { mayGoLater } from './outbox.js';
import { problemsFrom, problemsOf } from './problems.js';
import { tellSearch } from './tell-search.js';

/** What became of a ticket that was to be sent. The draft is as it is to be kept from now on. */
export type Sent =
  | { readonly kind: 'filed'; readonly ticket: RequesterTicket }
  | { readonly kind: 'waits'; readonly draft: Draft; readonly failure: unknown }
  | { readonly kind: 'wrong'; readonly draft: Draft; readonly problems: FieldProblems }
  | { readonly kind: 'failed'; readonly draft: Draft; readonly failure: unknown };

/** Sends a draft, or what waits of it, under the key that lets it be filed once however often it is sent. */
export async function fileTicket(
  session: FullSession,
  draft: Draft,
  context: readonly CollectedItem[],
): Promise<Sent> {
  const request = draft.waiting ?? requestOf(session, draft, context);
  if (request instanceof Map) return { kind: 'wrong', draft, problems: request };
  try {
    const ticket = await session.client.tickets.file(request, { idempotencyKey: draft.key });
    apart(tellSearch(session.client, draft, ticket.id));
    // What did not get through was not wanted any more.
    for (const { kind, name } of declarationOf(draft.type).fields)
      if (kind === 'images') new UploadMarks(session.me.id, `${draft.type}:${name}`).clear();
    return { kind: 'filed', ticket };
  } catch (failure) {
    if (mayGoLater(failure)) return { kind: 'waits', draft: { ...draft, waiting: request }, failure };
    // The key stands for what was sent; what was sent with it and refused may be sent anew with changes.
    const refused = failure instanceof ApiError && failure.status < 500;
    const kept = { ...draft, waiting: null, ...(refused ? { key: crypto.randomUUID() } : {}) };
    if (!refused || failure.errors.length === 0) return { kind: 'failed', draft: kept, failure };
    return { kind: 'wrong', draft: kept, problems: problemsFrom(failure) };
  }
}

/** What is sent, or what the rules say against it. */
function requestOf(
  session: FullSession,
  draft: Draft,
  context: readonly CollectedItem[],
): FileTicketRequest | Map<string, string> {
  const problems = problemsOf(draft, session);
  const impact = impactOf(draft);
  if (problems.size > 0 || impact === null) return new Map(problems);
  const attached = declarationOf(draft.type).attachesContext ? context : [];
  return {
    type: draft.type,
    answers: filled(answersOf(draft)),
    impact,
    context: attached
      .filter(({ id }) => !draft.leftOut.includes(id))
      .map(({ key, name, value }) => ({ key, value: name === null ? value : `${name}: ${value}` })),
  };
}

/** What was left empty is not sent: the server need not judge what nobody wrote. */
function filled(answers: ReturnType<typeof answersOf>): ReturnType<typeof answersOf> {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''));
}
