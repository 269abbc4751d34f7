/**
 * What a person has written and not yet sent, kept in their browser: by person, ticket and form, so that nobody
 * finds another's words. A browser that refuses to store keeps it for as long as the page lives.
 */
export class DraftStore {
  readonly #storage: Storage;
  readonly #person: string;
  readonly #unstored = new Map<string, string>();

  constructor(storage: Storage, person: string) {
    this.#storage = storage;
    this.#person = person;
  }

  /** The draft as it was last written, or `null`. What it holds is for its reader to check. */
  read(ticketId: string, form: string): unknown {
    const key = this.#key(ticketId, form);
    const text = this.#unstored.get(key) ?? this.#storage.getItem(key);
    if (text === null) return null;
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  }

  write(ticketId: string, form: string, draft: unknown): void {
    const key = this.#key(ticketId, form);
    const text = JSON.stringify(draft);
    try {
      this.#storage.setItem(key, text);
      this.#unstored.delete(key);
    } catch {
      this.#unstored.set(key, text);
    }
  }

  clear(ticketId: string, form: string): void {
    const key = this.#key(ticketId, form);
    this.#unstored.delete(key);
    this.#storage.removeItem(key);
  }

  #key(ticketId: string, form: string): string {
    return `teo-staff:draft:${this.#person}:${ticketId}:${form}`;
  }
}
