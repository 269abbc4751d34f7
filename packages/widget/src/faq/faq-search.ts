import type { TeoModule } from '@teo-support/core';
import type { FaqAnswer, FaqSearchRecord } from '@teo-support/core/contract';
import { apart, ours } from '../panel/apart.js';
import type { FaqSession } from './faq-session.js';
import { Question } from './question.js';

interface Pace {
  /** How long typing pauses before it is asked, in milliseconds. */
  readonly pauseMs: number;
  /** How many articles are wanted. */
  readonly limit: number;
}

/** After that long a person wonders. */
const slowAfterMs = 1500;
/** What was found is told aloud when typing has rested that long. */
const restMs = 900;

/** A search while it is typed: the latest words only, one request at a time, and what they found. */
export class FaqSearch {
  q = '';
  /** The module that the person began with, where the page belongs to none; for as long as there are words. */
  module: TeoModule | undefined;
  answer: FaqAnswer | null = null;
  failure: unknown = null;
  slow = false;
  /** Whether typing has rested on this answer, so that it may be told aloud. */
  rested = false;
  readonly question = new Question();
  /** Told of each change. */
  changed: () => void = () => {};
  /** Told what is over, so that it can be recorded. */
  over: (record: FaqSearchRecord) => void;

  readonly #session: FaqSession;
  readonly #pace: Pace;
  #asking: AbortController | null = null;
  #untold: { readonly record: FaqSearchRecord; readonly idempotencyKey: string } | null = null;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(session: FaqSession, pace: Pace) {
    this.#session = session;
    this.#pace = pace;
    // Nobody waits for it, and who only looked around need not hear that it did not arrive.
    this.over = (record) => apart(session.client.faq.record(record).catch(() => {}));
  }

  /** These are the words now. */
  type(q: string, pauseMs = this.#pace.pauseMs): void {
    this.#stop();
    this.q = q;
    this.rested = false;
    if (q.trim() === '') {
      this.module = undefined;
      this.answer = null;
      this.failure = null;
      this.#tell(this.question.forget());
    } else {
      this.#after(pauseMs, () => apart(this.#ask(q)));
    }
    this.changed();
  }

  /** The person goes elsewhere. What is on the screen stays. */
  leave(): void {
    this.#tell(this.question.end('left'));
  }

  /** Tells what came of the question. What does not arrive is told again, as the same, at the next try. */
  async tell(outcome: 'solved' | 'not_there', solvedBy?: string): Promise<void> {
    if (this.#untold?.record.outcome !== outcome || this.#untold.record.solvedBy !== solvedBy) {
      const record = this.question.end(outcome, solvedBy);
      this.#untold = record === null ? null : { record, idempotencyKey: crypto.randomUUID() };
    }
    if (this.#untold === null) return;
    const { record, idempotencyKey } = this.#untold;
    await this.#session.client.faq.record(record, { idempotencyKey });
    this.#untold = null;
  }

  #tell(record: FaqSearchRecord | null): void {
    if (record !== null) this.over(record);
  }

  async #ask(q: string): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    this.#after(slowAfterMs, () => {
      this.slow = true;
      this.changed();
    });
    const module = this.#session.module() ?? this.module;
    try {
      const query = { q, limit: this.#pace.limit, ...(module === undefined ? {} : { module }) };
      const options = { signal: asking.signal, repeatable: false } as const;
      const answer = await this.#session.client.faq.search(query, options);
      if (asking.signal.aborted) return;
      this.answer = answer;
      this.failure = null;
      this.#tell(this.question.saw({ q, module, shown: answer.hits.map(({ id }) => id) }));
    } catch (error) {
      if (asking.signal.aborted) return;
      this.failure = error;
    }
    this.#stop();
    this.#after(restMs, () => {
      this.rested = true;
      this.changed();
    });
    this.changed();
  }

  #after(ms: number, then: () => void): void {
    this.#timers.push(setTimeout(ours(then), ms));
  }

  #stop(): void {
    this.#asking?.abort();
    this.#asking = null;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
    this.slow = false;
  }
}
