/** Those who want to know that something was committed. */
export class CommitListeners {
  readonly #listeners = new Set<() => void>();

  get size(): number {
    return this.#listeners.size;
  }

  /** Gives the function that ends it. */
  add(listener: () => void): () => void {
    // Wrapped, so that the same function can listen twice.
    const own = () => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
