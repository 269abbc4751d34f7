import type { Download } from '@teo-support/sdk';
import { RecordCount } from './record-count.js';

export type ExportState =
  | { readonly name: 'none' }
  /** `total` is `null` where it is not known how many there will be. */
  | { readonly name: 'running'; readonly tickets: number; readonly total: number | null }
  | { readonly name: 'done'; readonly tickets: number; readonly file: string }
  | { readonly name: 'failed'; readonly error: unknown };

/** Takes the queue home as a file. It goes on while one looks at a ticket; a file that did not come whole is not kept. */
export class QueueExport {
  #state: ExportState = { name: 'none' };
  #call: AbortController | null = null;
  /** Told of each change, while someone looks. */
  changed: (state: ExportState) => void = () => {};

  get state(): ExportState {
    return this.#state;
  }

  /** @param total how many tickets there will be, if that is known */
  async run(load: (signal: AbortSignal) => Promise<Download>, total: number | null): Promise<void> {
    this.#call?.abort();
    const call = new AbortController();
    this.#call = call;
    const become = (state: ExportState) => {
      if (!call.signal.aborted) this.#become(state);
    };
    become({ name: 'running', tickets: 0, total });
    try {
      const download = await load(call.signal);
      const count = new RecordCount();
      // The browser keeps what is in a Blob outside of the page's memory, on disk when it is much.
      const pieces: Blob[] = [];
      for await (const piece of download) {
        pieces.push(new Blob([Uint8Array.from(piece)]));
        count.add(piece);
        become({ name: 'running', tickets: count.tickets, total });
      }
      if (call.signal.aborted) return;
      save(download.name, new Blob(pieces, { type: download.mediaType }));
      become({ name: 'done', tickets: count.tickets, file: download.name });
    } catch (error) {
      become({ name: 'failed', error });
    }
  }

  /** Ends what is under way, and takes away what was said. */
  end(): void {
    this.#call?.abort();
    this.#become({ name: 'none' });
  }

  #become(state: ExportState): void {
    this.#state = state;
    this.changed(state);
  }
}

/** Longer than any browser needs to take a file over. */
const keptMs = 60_000;

function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keptMs);
}
