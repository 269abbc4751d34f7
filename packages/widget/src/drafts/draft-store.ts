import { type TicketType, ticketTypes } from '@teo-support/core';
import { withStorage } from './browser-storage.js';
import { type Draft, emptyDraft, isBegun } from './draft.js';

/** Tells the launcher of the next page that something waits to be sent. */
const waitingKey = 'teo-support:waiting';

/** Whether somebody's ticket waits in this browser. */
export function somethingWaits(): boolean {
  return typeof withStorage((storage) => storage.getItem(waitingKey)) === 'string';
}

/** After that long without a change nobody comes back to a draft; what a browser keeps of people should be little. */
export const longestMs = 60 * 86_400_000;

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

  /** Whether nothing was written, something was begun, or it was sent and has not arrived. */
  stateOf(type: TicketType): 'none' | 'draft' | 'waiting' {
    const draft = this.load(type);
    if (draft.waiting !== null) return 'waiting';
    return isBegun(draft) ? 'draft' : 'none';
  }

  save(draft: Draft): void {
    this.#memory.set(draft.type, draft);
    const kept = { ...draft, savedAt: Date.now() };
    withStorage((storage) => storage.setItem(this.#keyOf(draft.type), JSON.stringify(kept)));
    this.#mark();
  }

  /** What was sent and has not arrived. */
  waiting(): Draft[] {
    return ticketTypes.map((type) => this.load(type)).filter(({ waiting }) => waiting !== null);
  }

  discard(type: TicketType): void {
    this.#memory.delete(type);
    withStorage((storage) => storage.removeItem(this.#keyOf(type)));
    this.#mark();
  }

  #mark(): void {
    const waits = this.waiting().length > 0;
    withStorage((storage) => (waits ? storage.setItem(waitingKey, '') : storage.removeItem(waitingKey)));
  }

  #read(type: TicketType): Draft | null {
    const text = withStorage((storage) => storage.getItem(this.#keyOf(type)));
    if (typeof text !== 'string') return null;
    try {
      const { savedAt, ...draft }: Partial<Draft> & { savedAt?: number } = JSON.parse(text);
      if (savedAt === undefined || Date.now() - savedAt < longestMs)
        return { ...emptyDraft(type), ...draft, type };
      withStorage((storage) => storage.removeItem(this.#keyOf(type)));
      return null;
    } catch {
      // What cannot be read any more is of no use to anybody.
      withStorage((storage) => storage.removeItem(this.#keyOf(type)));
      return null;
    }
  }

  #keyOf(type: TicketType): string {
    return `teo-support:draft:${this.#personId}:${type}`;
  }
}
