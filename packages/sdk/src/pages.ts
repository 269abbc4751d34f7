interface PageContent<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly atLeast?: boolean;
  readonly latestOnly?: boolean;
}

/** One page of a list. `for await` walks over all items of all pages. */
export class Page<T> implements AsyncIterable<T> {
  /** Of very many tickets, a page may have fewer than asked for, even none, and others after it. */
  readonly items: readonly T[];
  /** How many items match over all pages, as far as they were counted. */
  readonly total: number;
  /** Whether more than `total` may match: very many are not counted to their end. */
  readonly atLeast: boolean;
  /** Whether so many have the words of a search that only the latest of them were looked at. */
  readonly latestOnly: boolean;
  readonly #next: (() => Promise<Page<T>>) | null;

  constructor(
    { items, total, atLeast = false, latestOnly = false }: PageContent<T>,
    next: (() => Promise<Page<T>>) | null,
  ) {
    this.items = items;
    this.total = total;
    this.atLeast = atLeast;
    this.latestOnly = latestOnly;
    this.#next = next;
  }

  get hasNext(): boolean {
    return this.#next !== null;
  }

  /** The page after this one, or `null` on the last. */
  async next(): Promise<Page<T> | null> {
    return this.#next === null ? null : await this.#next();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (let page: Page<T> | null = this; page !== null; page = await page.next()) yield* page.items;
  }
}
