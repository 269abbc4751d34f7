import type { ImprovementSummary } from '@teo-support/core/contract';
import type { Page } from '@teo-support/sdk';
import { apart, ours } from '../panel/apart.js';
import type { ForumSession } from './forum-session.js';
import { type ListFilter, queryOf, wholeForum } from './list-filter.js';

const typingPauseMs = 250;
const pageSize = 20;

/** A list of requests as it was narrowed and as far as it was read. It outlives the element that shows it. */
export class RequestList {
  filter: ListFilter = wholeForum;
  items: readonly ImprovementSummary[] | null = null;
  page: Page<ImprovementSummary> | null = null;
  failure: unknown = null;
  /** Told of each change. */
  changed: () => void = () => {};

  readonly #session: ForumSession;
  #asking: AbortController | null = null;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(session: ForumSession) {
    this.#session = session;
  }

  /** Narrows or sorts it; words are waited for while they are typed. */
  narrow(part: Partial<ListFilter>): void {
    this.filter = { ...this.filter, ...part };
    clearTimeout(this.#typing);
    if (part.q === undefined) apart(this.load());
    else
      this.#typing = setTimeout(
        ours(() => this.load()),
        typingPauseMs,
      );
    this.changed();
  }

  /** Reads it anew, as far as it was read. */
  async load(): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const { client, supports } = this.#session;
    try {
      const limit = Math.min(100, Math.max(pageSize, this.items?.length ?? 0));
      const query = { ...queryOf(this.filter), limit };
      const page = await client.improvements.list(query, { signal: asking.signal });
      if (asking.signal.aborted) return;
      this.page = page;
      this.items = page.items;
      this.failure = null;
      supports.learn(page.items);
    } catch (error) {
      if (asking.signal.aborted) return;
      this.failure = error;
    }
    this.changed();
  }

  /** @returns the first of those that have come, `null` when none did */
  async more(): Promise<ImprovementSummary | null> {
    const { page, items } = this;
    try {
      const next = (await page?.next()) ?? null;
      // Narrowed otherwise meanwhile, the list goes on elsewhere.
      if (next === null || page !== this.page) return null;
      this.page = next;
      this.items = [...(items ?? []), ...next.items];
      this.failure = null;
      this.#session.supports.learn(next.items);
      return next.items[0] ?? null;
    } catch (error) {
      this.failure = error;
      return null;
    } finally {
      this.changed();
    }
  }
}
