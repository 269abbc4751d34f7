import { Kept } from './kept.js';

/** A step of a roll-back that was ticked off (or unticked) and that the server has not heard of yet. */
export interface Tick {
  /** Counted from 0. */
  readonly step: number;
  readonly done: boolean;
  /** What the step says: the team may change the steps before this is heard. */
  readonly text: string | null;
}

/** Keeps the ticks of one ticket that are on their way, over a reload too. */
export class TickQueue {
  readonly #kept: Kept<{ readonly ticks: readonly Tick[] }>;

  constructor(personId: string, ticketId: string) {
    this.#kept = new Kept(`ticks:${personId}:${ticketId}`);
  }

  load(): readonly Tick[] {
    return this.#kept.load().ticks ?? [];
  }

  save(ticks: readonly Tick[]): void {
    if (ticks.length === 0) this.#kept.discard();
    else this.#kept.save({ ticks });
  }
}
