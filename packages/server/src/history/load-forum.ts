import type { Actor, ServicePolicy } from '@teo-support/core';
import type { ForumHistory } from '@teo-support/core/contract';
import { v7 as uuid } from 'uuid';
import {
  changeRequest,
  changeReview,
  changeSupport,
  monthNamed,
  submitRequest,
  takeEarlierForRead,
} from '../improvements/index.js';
import type { Transaction } from '../storage/index.js';

type RequestStep = ForumHistory['requests'][number]['commands'][number];
type ReviewStep = ForumHistory['reviews'][number]['commands'][number];
type By = RequestStep['by'] | ReviewStep['by'];

/** Loads the forum of a history: every command through the rules, at its own time. */
export async function loadForum(
  tx: Transaction,
  { requests, reviews }: ForumHistory,
  actorOf: (by: By) => Actor,
  policy: ServicePolicy,
): Promise<void> {
  const forum = new LoadedForum(tx, policy);
  const onRequests = requests.flatMap(({ key, commands }) =>
    commands.map((step) => ({
      at: Date.parse(step.at),
      what: key,
      run: () => forum.onRequest(key, step, actorOf(step.by)),
    })),
  );
  const onReviews = reviews.flatMap(({ month, commands }) =>
    commands.map((step) => ({
      at: Date.parse(step.at),
      what: month,
      run: () => forum.onReview(month, step, actorOf(step.by)),
    })),
  );
  // What happened at the same instant stays in the order in which it is told.
  for (const { what, at, run } of [...onRequests, ...onReviews].sort((a, b) => a.at - b.at)) {
    try {
      await run();
    } catch (error) {
      const when = new Date(at).toISOString();
      throw new Error(`The history cannot be loaded: a command of ${when} on ${what} was refused.`, {
        cause: error,
      });
    }
  }
  await takeEarlierForRead(tx);
}

class LoadedForum {
  readonly #tx: Transaction;
  readonly #policy: ServicePolicy;
  readonly #ids = new Map<string, string>();
  /** By request, its comments in their order. */
  readonly #comments = new Map<string, string[]>();

  constructor(tx: Transaction, policy: ServicePolicy) {
    this.#tx = tx;
    this.#policy = policy;
  }

  async onRequest(key: string, { at, command }: RequestStep, actor: Actor): Promise<void> {
    const now = Date.parse(at);
    const time = { now, policy: this.#policy };
    if (command.type === 'submit') {
      const id = uuid();
      this.#ids.set(key, id);
      await submitRequest(this.#tx, { id, actor: asTeomaster(actor), ...time, parts: command.request });
      return;
    }
    const id = this.#idOf(key);
    const change = (asked: Parameters<typeof changeRequest>[1]['command']) =>
      changeRequest(this.#tx, { id, command: asked, actor, ...time, expected: null });
    switch (command.type) {
      case 'vote':
      case 'withdraw_vote':
      case 'follow':
      case 'unfollow':
        return changeSupport(this.#tx, { id, command, actor: asTeomaster(actor), now });
      case 'say_whether_it_fits': {
        const asked = { type: command.type, ...command.request };
        return changeSupport(this.#tx, { id, command: asked, actor: asTeomaster(actor), now });
      }
      case 'comment':
      case 'answer': {
        const commentId = uuid();
        this.#comments.set(key, [...(this.#comments.get(key) ?? []), commentId]);
        await change({ type: command.type, commentId, text: command.request.text });
        return;
      }
      case 'merge':
        await change({ type: 'merge', into: this.#idOf(command.into) });
        return;
      case 'unmerge':
        await change({ type: 'unmerge' });
        return;
      case 'hide':
      case 'restore': {
        const { type, comment, reason } = command;
        const commentId = comment === null ? null : (this.#comments.get(key)?.[comment - 1] ?? '');
        await change({ type, commentId, reason });
        return;
      }
      case 'record_implementation':
        await change({ type: command.type, ...command.request });
        return;
    }
  }

  async onReview(name: string, { at, command }: ReviewStep, actor: Actor): Promise<void> {
    const month = monthNamed(name);
    if (month === null) throw new Error(`The history names what is no month: ${name}`);
    const asked = this.#reviewCommand(command);
    const time = { now: Date.parse(at), policy: this.#policy };
    await changeReview(this.#tx, { month, command: asked, actor, ...time, expected: null });
  }

  #reviewCommand(command: ReviewStep['command']): Parameters<typeof changeReview>[1]['command'] {
    switch (command.type) {
      case 'draft':
        return { type: 'draft_decision', requestId: this.#idOf(command.improvement), ...command.request };
      case 'remark':
        return { type: 'remark', requestId: this.#idOf(command.improvement), ...command.request };
      case 'publish':
        return { type: 'publish' };
    }
  }

  #idOf(key: string): string {
    const id = this.#ids.get(key);
    if (id === undefined) throw new Error(`The history names a request that is not submitted yet: ${key}`);
    return id;
  }
}

function asTeomaster(actor: Actor) {
  if (actor.kind !== 'teomaster') throw new Error('Only téomasters submit, vote and follow.');
  return actor;
}
