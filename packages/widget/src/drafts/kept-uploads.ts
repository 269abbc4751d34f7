import type { Upload } from '@teo-support/sdk';
import type { UploadMarks } from './upload-marks.js';

type Left = Pick<Upload, 'id' | 'file'>;

/** Nothing is imported here, so that nothing of what comes with the form is split off for this. */
const database = 'teo-support';

/**
 * Keeps in the browser the files that are on their way to something that is not sent yet, so that a reload, a closed tab
 * or a crash does not lose them. A file belongs to one tab at a time: another tab goes on with it when that one is gone.
 */
export class KeptUploads {
  readonly #marks: UploadMarks;
  readonly #left = new AbortController();
  /** By id, how this tab lets go of each that it has, also of those that the browser has no room for. */
  readonly #held = new Map<string, () => void>();
  readonly #refused = new Set<string>();
  /** One after the other, so that what is forgotten is not kept after that. */
  #turn: Promise<unknown> = Promise.resolve();

  /** @param marks of what they are for */
  constructor(marks: UploadMarks) {
    this.#marks = marks;
  }

  /** Gives each file that was left on its way, as soon as no other tab has it. */
  takeUp(resume: (left: Left) => void): void {
    for (const id of this.#marks.ids) {
      this.#alone(id, async () => {
        // Meanwhile it may have arrived elsewhere, and this page may have been left.
        const file: unknown =
          this.#marks.ids.includes(id) && (await inStore('readonly', (all) => all.get(id)));
        if (!(file instanceof File) || this.#left.signal.aborted) return;
        const ended = this.#take(id);
        resume({ id, file });
        await ended;
      });
    }
  }

  /**
   * Keeps what is on its way now and was not before, and forgets what is no more.
   * @returns the ids of those that are not kept, as the browser has no room for them
   */
  async follow(uploads: readonly Upload[]): Promise<ReadonlySet<string>> {
    if (this.#left.signal.aborted) return new Set();
    const wanted = uploads.filter(
      ({ state }) => state.kind === 'sending' || (state.kind === 'failed' && state.again),
    );
    for (const id of this.#held.keys()) if (!wanted.some((upload) => upload.id === id)) this.#forget(id);
    for (const upload of wanted) if (!this.#held.has(upload.id)) this.#keep(upload);
    await this.#turn;
    return this.#refused;
  }

  /** Nobody looks any more: what is on its way stays for whoever comes back to it. */
  leave(): void {
    this.#left.abort();
    for (const end of this.#held.values()) end();
  }

  #keep({ id, file }: Left): void {
    const ended = this.#take(id);
    this.#alone(id, () => ended);
    this.#next(async () => {
      try {
        await inStore('readwrite', (all) => all.put(file, id));
        if (this.#marks.add(id)) return;
      } catch {
        // No room, or none for pages like this one: whoever follows is told.
      }
      this.#refused.add(id);
    });
  }

  #forget(id: string): void {
    this.#held.get(id)?.();
    this.#held.delete(id);
    this.#next(async () => {
      this.#refused.delete(id);
      this.#marks.remove(id);
      await inStore('readwrite', (all) => all.delete(id));
    });
  }

  /** @returns when this tab lets it go */
  #take(id: string): Promise<void> {
    return new Promise((end) => this.#held.set(id, end));
  }

  #next(act: () => Promise<void>): void {
    // What could not be deleted is not marked any more, and goes another time.
    this.#turn = this.#turn.then(act).catch(() => {});
  }

  /** While no other tab does the same. Pages without locks, which are not secure, have no order in this. */
  #alone(id: string, act: () => Promise<void>): void {
    const { signal } = this.#left;
    const done = 'locks' in navigator ? navigator.locks.request(`${database}:${id}`, { signal }, act) : act();
    // Left while it waited, or not to be read: it stays as it is.
    done.catch(() => {});
  }
}

/** Forgets what is not marked. */
export async function forgetAllBut(marked: ReadonlySet<string>): Promise<void> {
  if (marked.size === 0) {
    indexedDB.deleteDatabase(database);
    return;
  }
  const keys = await inStore('readonly', (all) => all.getAllKeys());
  for (const key of keys)
    if (typeof key === 'string' && !marked.has(key)) await inStore('readwrite', (all) => all.delete(key));
}

/** Does one thing to what is kept, and has it done when it ends. Nothing stays open that would be in the way of a deletion. */
async function inStore<T>(mode: IDBTransactionMode, act: (all: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(database);
  opening.onupgradeneeded = () => opening.result.createObjectStore('uploads');
  const opened = await answerOf(opening);
  try {
    const transaction = opened.transaction('uploads', mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const [result] = await Promise.all([answerOf(act(transaction.objectStore('uploads'))), done]);
    return result;
  } finally {
    opened.close();
  }
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
