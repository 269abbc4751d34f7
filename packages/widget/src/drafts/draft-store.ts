import type { TicketType } from '@teo-support/core';
import { withStorage } from './browser-storage.js';
import { type Draft, emptyDraft, isBegun } from './draft.js';

/**
 * Keeps what a person has begun to write, apart for each person and type, in the browser. Where storage is closed
 * (private windows, full disks) the draft lives as long as the page.
 */
export class DraftStore {
  readonly #personId: string;
  readonly #memory = new Map<TicketType, Draft>();

  constructor(personId: string) {
    this.#personId = personId;
  }

  /** The draft of a type, or a fresh one. */
  load(type: TicketType): Draft {
    return this.#memory.get(type) ?? this.#read(type) ?? emptyDraft(type);
  }

  isBegun(type: TicketType): boolean {
    return isBegun(this.load(type));
  }

  save(draft: Draft): void {
    this.#memory.set(draft.type, draft);
    withStorage((storage) => storage.setItem(this.#keyOf(draft.type), JSON.stringify(draft)));
  }

  discard(type: TicketType): void {
    this.#memory.delete(type);
    withStorage((storage) => storage.removeItem(this.#keyOf(type)));
  }

  #read(type: TicketType): Draft | null {
    const text = withStorage((storage) => storage.getItem(this.#keyOf(type)));
    if (typeof text !== 'string') return null;
    try {
      const draft: Partial<Draft> = JSON.parse(text);
      return { ...emptyDraft(type), ...draft, type };
    } catch {
      // What cannot be read any more is of no use to anybody.
      this.discard(type);
      return null;
    }
  }

  #keyOf(type: TicketType): string {
    return `teo-support:draft:${this.#personId}:${type}`;
  }
}
