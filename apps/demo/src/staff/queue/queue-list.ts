import { AbortedError, type Page, type StaffListQuery, type TicketSummary } from '@teo-support/sdk';

type Load = (query: StaffListQuery, signal: AbortSignal) => Promise<Page<TicketSummary>>;

const pageSize = 25;
/** The most that the API gives at once. */
const largestPage = 100;

/** The rows of the queue: loaded by pages, and brought up to date without taking the shown ones away. */
export class QueueList {
  readonly #load: Load;
  readonly #changed: () => void;
  #query: StaffListQuery = {};
  #last: Page<TicketSummary> | null = null;
  #call: AbortController | null = null;
  items: readonly TicketSummary[] = [];
  total = 0;
  /** Whether there may be more than `total`. */
  atLeast = false;
  /** Whether only the latest tickets with the words were looked at. */
  latestOnly = false;
  /** `renewing`: what is shown is of the selection before, until the answer comes. */
  phase: 'loading' | 'renewing' | 'ready' | 'failed' = 'loading';
  error: unknown = null;
  /** Whether the shown rows could not be brought up to date. */
  stale = false;
  loadingMore = false;

  /** @param changed told after each change */
  constructor(load: Load, changed: () => void) {
    this.#load = load;
    this.#changed = changed;
  }

  get hasMore(): boolean {
    return this.#last?.hasNext ?? false;
  }

  /**
   * Shows another selection. `known` are rows of it to show until the answer comes; without any, those of the selection
   * before stay, as rows that go and come again at each pause in typing are gone from under the pointer.
   */
  async show(
    query: StaffListQuery,
    known: { items: readonly TicketSummary[]; total: number } | null = null,
  ): Promise<void> {
    this.#query = query;
    this.#last = null;
    if (known !== null) {
      this.items = known.items;
      this.total = known.total;
      this.phase = 'ready';
    } else {
      this.phase = this.phase === 'ready' || this.phase === 'renewing' ? 'renewing' : 'loading';
    }
    this.#changed();
    await this.refresh();
  }

  /** Asks again for as many rows as are shown. */
  async refresh(): Promise<void> {
    this.#call?.abort();
    const call = new AbortController();
    this.#call = call;
    const wanted = this.phase === 'ready' ? Math.max(pageSize, this.items.length) : pageSize;
    try {
      let page = await this.#load({ ...this.#query, limit: Math.min(largestPage, wanted) }, call.signal);
      const items = [...page.items];
      while (items.length < wanted && page.hasNext) {
        const next = await page.next();
        if (next === null || call.signal.aborted) break;
        page = next;
        items.push(...page.items);
      }
      if (call.signal.aborted) return;
      this.#last = page;
      this.items = items;
      this.#count(page);
      this.phase = 'ready';
      this.stale = false;
    } catch (error) {
      if (error instanceof AbortedError || call.signal.aborted) return;
      this.error = error;
      if (this.phase === 'ready') this.stale = true;
      else this.phase = 'failed';
    }
    this.#changed();
  }

  async retry(): Promise<void> {
    if (this.phase === 'failed') this.phase = 'loading';
    this.#changed();
    await this.refresh();
  }

  async more(): Promise<void> {
    if (this.loadingMore || this.#last === null) return;
    const call = this.#call;
    this.loadingMore = true;
    this.#changed();
    try {
      const page = await this.#last.next();
      // A refresh in the meantime has its own pages.
      if (page !== null && call === this.#call) {
        const shown = new Set(this.items.map((item) => item.id));
        this.items = [...this.items, ...page.items.filter((item) => !shown.has(item.id))];
        this.#count(page);
        this.#last = page;
      }
    } catch (error) {
      this.error = error;
      this.stale = true;
    } finally {
      this.loadingMore = false;
      this.#changed();
    }
  }

  #count({ total, atLeast, latestOnly }: Page<TicketSummary>): void {
    this.total = total;
    this.atLeast = atLeast;
    this.latestOnly = latestOnly;
  }

  end(): void {
    this.#call?.abort();
  }
}
