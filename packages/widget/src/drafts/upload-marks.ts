import { withStorage } from './browser-storage.js';

const prefix = 'teo-support:uploads:';

/**
 * Which files of a person are on their way to something that is not sent yet. Their contents are kept elsewhere, and
 * only as long as they stand here: with a draft these marks are forgotten by age, and when another person comes.
 */
export class UploadMarks {
  readonly #key: string;

  /** @param about what they are for, the same each time */
  constructor(personId: string, about: string) {
    this.#key = `${prefix}${personId}:${about}`;
  }

  get ids(): readonly string[] {
    return idsAt(this.#key);
  }

  /** @returns whether the browser took it */
  add(id: string): boolean {
    return this.#put([...this.ids, id]);
  }

  remove(id: string): void {
    this.#put(this.ids.filter((known) => known !== id));
  }

  /** What they were for was sent, or thrown away. */
  clear(): void {
    withStorage((storage) => storage.removeItem(this.#key));
  }

  #put(ids: readonly string[]): boolean {
    if (ids.length > 0) {
      const text = JSON.stringify({ ids, savedAt: Date.now() });
      return withStorage((storage) => storage.setItem(this.#key, text)) !== null;
    }
    this.clear();
    return true;
  }
}

/** All files that are on their way, whoever's they are. */
export function allMarkedUploads(): ReadonlySet<string> {
  const keys = withStorage((storage) => Object.keys(storage).filter((key) => key.startsWith(prefix)));
  return new Set((keys ?? []).flatMap(idsAt));
}

function idsAt(key: string): readonly string[] {
  try {
    const text = withStorage((storage) => storage.getItem(key)) ?? '{}';
    const { ids }: { readonly ids?: readonly string[] } = JSON.parse(text);
    return ids ?? [];
  } catch {
    // What cannot be read any more is of no use to anybody.
    return [];
  }
}
