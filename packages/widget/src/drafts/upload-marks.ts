import { withStorage } from './browser-storage.js';
import { Kept, prefix } from './kept.js';

const beginning = 'uploads:';

/**
 * Which files of a person are on their way to something that is not sent yet. Their contents are kept elsewhere, and
 * only as long as they stand here: with a draft these marks are forgotten by age, and when another person comes.
 */
export class UploadMarks {
  readonly #kept: Kept<{ readonly ids: readonly string[] }>;

  /** @param about what they are for, the same each time */
  constructor(personId: string, about: string) {
    this.#kept = new Kept(`${beginning}${personId}:${about}`);
  }

  get ids(): readonly string[] {
    return this.#kept.load().ids ?? [];
  }

  /** @returns whether the browser took it */
  add(id: string): boolean {
    return this.#kept.save({ ids: [...this.ids, id] });
  }

  remove(id: string): void {
    const ids = this.ids.filter((known) => known !== id);
    if (ids.length === 0) this.clear();
    else this.#kept.save({ ids });
  }

  /** What they were for was sent, or thrown away. */
  clear(): void {
    this.#kept.discard();
  }
}

/** All files that are on their way, whoever's they are. */
export function allMarkedUploads(): ReadonlySet<string> {
  const names = withStorage(Object.keys) ?? [];
  const marks = names.filter((name) => name.startsWith(prefix + beginning));
  return new Set(
    marks.flatMap(
      (name) => new Kept<{ readonly ids: readonly string[] }>(name.slice(prefix.length)).load().ids ?? [],
    ),
  );
}
