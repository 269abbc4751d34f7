import type { FileLimits, FileView } from '@teo-support/core/contract';
import { AbortedError, ApiError, ConnectionError, TimeoutError } from '../errors.js';
import type { Files } from '../resources/files.js';
import { goOnLater } from '../transport/resumable-upload.js';
import { Turns } from './turns.js';
import { refusalOf, type UploadRefusal } from './upload-refusal.js';

/** How it goes with a file. One that has arrived is in the list no more. */
export type UploadState =
  | { readonly kind: 'sending'; readonly sent: number }
  /** @property again whether the same file may get through another time */
  | { readonly kind: 'failed'; readonly error: unknown; readonly again: boolean }
  | { readonly kind: 'refused'; readonly because: UploadRefusal };

/** A file on its way, or one that did not get through, and why. */
export interface Upload {
  readonly id: string;
  readonly file: File;
  readonly state: UploadState;
}

export interface UploadListOptions {
  readonly files: Pick<Files, 'upload' | 'limits'>;
  /** How many more files there is room for, those under way not counted. */
  readonly room: () => number;
  /** Files that one message may name: what is told when there is no room. */
  readonly most: number;
  /** Told when something in the list has changed, each progress included. */
  readonly changed: () => void;
  readonly arrived: (file: FileView) => void;
}

/** The server receives three parts of one person at a time, each of which is in its memory. */
const atATime = 2;

/**
 * Files that a person sends, each with its progress, its failure and the way out of it. A file that is tried again after
 * a cut goes on from where it had come to.
 */
export class UploadList {
  readonly #options: UploadListOptions;
  readonly #turns = new Turns(atATime);
  readonly #underWay = new Map<
    string,
    { readonly ended: AbortController; readonly done: Promise<boolean> }
  >();
  #uploads: readonly Upload[] = [];
  #limits: Promise<FileLimits | null> | null = null;

  constructor(options: UploadListOptions) {
    this.#options = options;
  }

  /** In the order in which they were given. */
  get uploads(): readonly Upload[] {
    return this.#uploads;
  }

  add(files: Iterable<File>): void {
    this.resume([...files].map((file) => ({ id: crypto.randomUUID(), file })));
  }

  /** Goes on with files that were left with `pause`, or by a page that was closed, under the ids that they had. */
  resume(left: Iterable<Pick<Upload, 'id' | 'file'>>): void {
    for (const { id, file } of left) {
      if (this.#uploads.some((known) => known.id === id)) continue;
      const { most, room } = this.#options;
      const full = room() - this.#underWay.size <= 0;
      const state: UploadState = full
        ? { kind: 'refused', because: { kind: 'count', most } }
        : { kind: 'sending', sent: 0 };
      this.#uploads = [...this.#uploads, { id, file, state }];
      if (!full) this.#start(id, file);
    }
    this.#options.changed();
  }

  /** Ends an upload that is under way, or forgets one that did not get through. */
  remove(id: string): void {
    this.#underWay.get(id)?.ended.abort();
    this.#underWay.delete(id);
    this.#leave(id);
    this.#options.changed();
  }

  /** Sends a file again that did not get through. */
  again(id: string): void {
    const upload = this.#uploads.find((known) => known.id === id);
    if (upload?.state.kind !== 'failed' || !upload.state.again) return;
    // One that the server has refused is nothing to go on with.
    const renewed = upload.state.error instanceof ApiError && upload.state.error.status < 500;
    const next: Upload = {
      id: renewed ? crypto.randomUUID() : id,
      file: upload.file,
      state: { kind: 'sending', sent: 0 },
    };
    this.#uploads = this.#uploads.map((known) => (known.id === id ? next : known));
    this.#start(next.id, next.file);
    this.#options.changed();
  }

  /** To be called when the connection is back: whatever was lost with it is sent again. */
  connected(): void {
    for (const { id, state } of this.#uploads)
      if (state.kind === 'failed' && isCut(state.error)) this.again(id);
  }

  /** Waits for what is under way. @returns whether all of that has arrived or was taken away */
  async settled(): Promise<boolean> {
    let all = true;
    while (this.#underWay.size > 0) {
      const arrived = await Promise.all([...this.#underWay.values()].map(({ done }) => done));
      all &&= arrived.every(Boolean);
    }
    return all;
  }

  /** Ends everything, when nobody looks any more. */
  end(): void {
    this.#endAll(undefined);
  }

  /** Ends everything for now: `resume` goes on from where it has come to, in another list too. */
  pause(): void {
    this.#endAll(goOnLater);
  }

  #endAll(reason: string | undefined): void {
    for (const { ended } of this.#underWay.values()) ended.abort(reason);
    this.#uploads = [];
  }

  #start(id: string, file: File): void {
    const ended = new AbortController();
    const done = this.#send(id, file, ended.signal).finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, { ended, done });
  }

  async #send(id: string, file: File, signal: AbortSignal): Promise<boolean> {
    const { files, changed, arrived } = this.#options;
    try {
      const limits = await this.#known();
      const because = limits === null ? null : refusalOf(file, limits);
      if (because !== null) return this.#become(id, { kind: 'refused', because });
      const view = await this.#turns.during(() =>
        files.upload(file, file.name, {
          idempotencyKey: id,
          signal,
          onProgress: ({ sent }) => this.#become(id, { kind: 'sending', sent }),
        }),
      );
      if (signal.aborted) return true;
      this.#leave(id);
      arrived(view);
      changed();
      return true;
    } catch (error) {
      if (error instanceof AbortedError || signal.aborted) return true;
      return this.#become(id, { kind: 'failed', error, again: mayGetThrough(error) });
    }
  }

  /** What may be sent. Where that cannot be learned, the server will say it of each file. */
  #known(): Promise<FileLimits | null> {
    this.#limits ??= this.#options.files.limits().catch(() => {
      this.#limits = null;
      return null;
    });
    return this.#limits;
  }

  #become(id: string, state: UploadState): false {
    this.#uploads = this.#uploads.map((known) => (known.id === id ? { ...known, state } : known));
    this.#options.changed();
    return false;
  }

  #leave(id: string): void {
    this.#uploads = this.#uploads.filter((known) => known.id !== id);
  }
}

function isCut(error: unknown): boolean {
  return error instanceof ConnectionError || error instanceof TimeoutError;
}

/** The same bytes are refused again; what was busy, away or in the way of somebody else may be so no more. */
function mayGetThrough(error: unknown): boolean {
  if (!(error instanceof ApiError)) return true;
  const { status, code } = error;
  return status >= 500 || status === 429 || status === 401 || status === 404 || code.startsWith('upload-');
}
