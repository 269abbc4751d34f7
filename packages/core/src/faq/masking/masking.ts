import { findMaskable } from './find-maskable.js';
import type { KnownWords } from './known-words.js';
import { type Mask, markOf, withoutBrackets } from './mask.js';

/** Masks the texts of one draft: the same words have the same mark in all of them. */
export class Masking {
  readonly #known: KnownWords;
  readonly #masks = new Map<string, Mask>();

  constructor(known: KnownWords) {
    this.#known = known;
  }

  /** What was masked so far, in the order in which it was met. */
  get masks(): readonly Mask[] {
    return [...this.#masks.values()];
  }

  /** The text with marks for whatever may tell of somebody: nothing that `findMaskable` finds is left in it. */
  mask(text: string): string {
    let masked = withoutBrackets(text);
    // What stands beside a mark may look otherwise once it stands alone.
    for (;;) {
      const found = findMaskable(masked, this.#known);
      if (found.length === 0) return masked;
      let place = 0;
      let next = '';
      for (const { kind, start, end, text: original } of found) {
        next += masked.slice(place, start) + this.#markFor(kind, original);
        place = end;
      }
      masked = next + masked.slice(place);
    }
  }

  #markFor(kind: Mask['kind'], original: string): string {
    const key = `${kind} ${original}`;
    const known = this.#masks.get(key);
    if (known !== undefined) return known.mark;
    const number = [...this.#masks.values()].filter((mask) => mask.kind === kind).length + 1;
    const mask = { mark: markOf(kind, number), kind, original };
    this.#masks.set(key, mask);
    return mask.mark;
  }
}
