import { withStorage } from './browser-storage.js';

/** Everything that the widget keeps in the browser's storage is under names that begin so. */
export const prefix = 'teo-support:';

/** After that long without a change nobody comes back to a draft; what a browser keeps of people should be little. */
export const longestMs = 60 * 86_400_000;

/** Something of a person that is kept in the browser's storage, with the time of its last change. */
export class Kept<T extends object> {
  readonly #key: string;

  /** @param name without the prefix, such as `draft:u-1:rnd` */
  constructor(name: string) {
    this.#key = `${prefix}${name}`;
  }

  /** What is kept. Any part of it may be missing: an earlier version of the widget kept it, or nothing is there. */
  load(): Partial<T> {
    try {
      const text = withStorage((storage) => storage.getItem(this.#key)) ?? '{}';
      const kept: Partial<T> & { savedAt?: number } = Object(JSON.parse(text));
      const { savedAt = Date.now() } = kept;
      Reflect.deleteProperty(kept, 'savedAt');
      if (Date.now() - savedAt < longestMs) return kept;
    } catch {
      // What cannot be read any more is of no use to anybody.
    }
    this.discard();
    return {};
  }

  /** @returns whether the browser took it */
  save(value: T): boolean {
    const text = JSON.stringify({ ...value, savedAt: Date.now() });
    return withStorage((storage) => storage.setItem(this.#key, text)) !== null;
  }

  discard(): void {
    withStorage((storage) => storage.removeItem(this.#key));
  }
}
