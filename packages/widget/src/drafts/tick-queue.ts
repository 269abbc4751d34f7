import { withStorage } from './browser-storage.js';

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
  readonly #key: string;

  constructor(personId: string, ticketId: string) {
    this.#key = `teo-support:ticks:${personId}:${ticketId}`;
  }

  load(): readonly Tick[] {
    const text = withStorage((storage) => storage.getItem(this.#key));
    if (typeof text !== 'string') return [];
    try {
      const { ticks = [] }: { readonly ticks?: readonly Tick[] } = JSON.parse(text);
      return ticks;
    } catch {
      // What cannot be read any more is of no use to anybody.
      this.save([]);
      return [];
    }
  }

  save(ticks: readonly Tick[]): void {
    withStorage((storage) =>
      ticks.length === 0
        ? storage.removeItem(this.#key)
        : storage.setItem(this.#key, JSON.stringify({ ticks, savedAt: Date.now() })),
    );
  }
}
