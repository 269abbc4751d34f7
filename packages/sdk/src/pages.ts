/** One page of a list. `for await` walks over all items of all pages. */
export class Page<T> implements AsyncIterable<T> {
  readonly items: readonly T[];
  /** How many items match over all pages. */
  readonly total: number;
  readonly #next: (() => Promise<Page<T>>) | null;

  constructor(items: readonly T[], total: number, next: (() => Promise<Page<T>>) | null) {
    this.items = items;
    this.total = total;
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
