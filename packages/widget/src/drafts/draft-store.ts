import { type TicketType, ticketTypes } from '@teo-support/core';
import { withStorage } from './browser-storage.js';
import { type Draft, emptyDraft, isBegun } from './draft.js';
import { Kept, prefix } from './kept.js';

/** Tells the launcher of the next page that something waits to be sent. */
const waitingKey = `${prefix}waiting`;

/** Whether somebody's ticket waits in this browser. */
export function somethingWaits(): boolean {
  return typeof withStorage((storage) => storage.getItem(waitingKey)) === 'string';
}

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
    return this.#memory.get(type) ?? { ...emptyDraft(type), ...this.#kept(type).load(), type };
  }

  /** Whether nothing was written, something was begun, or it was sent and has not arrived. */
  stateOf(type: TicketType): 'none' | 'draft' | 'waiting' {
    const draft = this.load(type);
    if (draft.waiting !== null) return 'waiting';
    return isBegun(draft) ? 'draft' : 'none';
  }

  save(draft: Draft): void {
    this.#memory.set(draft.type, draft);
    this.#kept(draft.type).save(draft);
    this.#mark();
  }

  /** What was sent and has not arrived. */
  waiting(): Draft[] {
    return ticketTypes.map((type) => this.load(type)).filter(({ waiting }) => waiting !== null);
  }

  discard(type: TicketType): void {
    this.#memory.delete(type);
    this.#kept(type).discard();
    this.#mark();
  }

  #mark(): void {
    const waits = this.waiting().length > 0;
    withStorage((storage) => (waits ? storage.setItem(waitingKey, '') : storage.removeItem(waitingKey)));
  }

  #kept(type: TicketType): Kept<Draft> {
    return new Kept(`draft:${this.#personId}:${type}`);
  }
}
