import { withStorage } from './browser-storage.js';

/** What a person has begun to answer to a ticket, apart for each person and ticket. */
export class ReplyDrafts {
  readonly #personId: string;

  constructor(personId: string) {
    this.#personId = personId;
  }

  load(ticketId: string): string {
    return withStorage((storage) => storage.getItem(this.#keyOf(ticketId))) ?? '';
  }

  /** Keeps the text, or forgets the draft when there is none. */
  save(ticketId: string, text: string): void {
    withStorage((storage) =>
      text === '' ? storage.removeItem(this.#keyOf(ticketId)) : storage.setItem(this.#keyOf(ticketId), text),
    );
  }

  #keyOf(ticketId: string): string {
    return `teo-support:reply:${this.#personId}:${ticketId}`;
  }
}
