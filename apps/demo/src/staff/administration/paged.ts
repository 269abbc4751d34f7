import { AbortedError, type Page } from '@teo-support/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A list that is loaded page by page, and loaded again from its beginning. */
export class Paged<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #load: (signal: AbortSignal) => Promise<Page<T>>;
  #call: AbortController | null = null;
  #last: Page<T> | null = null;
  items: readonly T[] | null = null;
  total = 0;
  /** Whether more than `total` may match. */
  atLeast = false;
  error: unknown = null;
  loadingMore = false;

  constructor(host: ReactiveControllerHost, load: (signal: AbortSignal) => Promise<Page<T>>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  get hasMore(): boolean {
    return this.#last?.hasNext ?? false;
  }

  async load(): Promise<void> {
    this.#call?.abort();
    const call = new AbortController();
    this.#call = call;
    await this.#take(call, () => this.#load(call.signal), []);
  }

  async more(): Promise<void> {
    const { items } = this;
    const last = this.#last;
    const call = this.#call;
    if (this.loadingMore || last === null || call === null) return;
    this.loadingMore = true;
    await this.#take(call, () => last.next(), items ?? []);
    this.loadingMore = false;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#call?.abort();
  }

  async #take(
    call: AbortController,
    next: () => Promise<Page<T> | null>,
    before: readonly T[],
  ): Promise<void> {
    this.error = null;
    this.#host.requestUpdate();
    try {
      const page = await next();
      if (page === null || call.signal.aborted || call !== this.#call) return;
      this.#last = page;
      this.items = [...before, ...page.items];
      this.total = page.total;
      this.atLeast = page.atLeast;
    } catch (error) {
      if (error instanceof AbortedError || call.signal.aborted) return;
      this.error = error;
    } finally {
      this.#host.requestUpdate();
    }
  }
}
