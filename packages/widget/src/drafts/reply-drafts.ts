import type { FileView } from '@teo-support/core/contract';
import { withStorage } from './browser-storage.js';

/** What a person has begun to answer. */
export interface ReplyDraft {
  readonly text: string;
  readonly files: readonly FileView[];
  /** Made once for this answer and sent with each try, so that it is written once. */
  readonly key: string;
}

export function emptyReply(): ReplyDraft {
  return { text: '', files: [], key: crypto.randomUUID() };
}

/** What a person has begun to answer to a ticket, or to say against its resolution, apart for each person and ticket. */
export class ReplyDrafts {
  readonly #personId: string;
  readonly #about: 'reply' | 'reopening';

  constructor(personId: string, about: 'reply' | 'reopening') {
    this.#personId = personId;
    this.#about = about;
  }

  load(ticketId: string): ReplyDraft {
    const text = withStorage((storage) => storage.getItem(this.#keyOf(ticketId)));
    if (typeof text !== 'string') return emptyReply();
    try {
      const { savedAt: _, ...draft }: Partial<ReplyDraft> & { savedAt?: number } = JSON.parse(text);
      return { ...emptyReply(), ...draft };
    } catch {
      // What cannot be read any more is of no use to anybody.
      this.discard(ticketId);
      return emptyReply();
    }
  }

  /** Keeps what was written, or forgets the draft when there is nothing in it. */
  save(ticketId: string, draft: ReplyDraft): void {
    if (draft.text === '' && draft.files.length === 0) this.discard(ticketId);
    else
      withStorage((storage) =>
        storage.setItem(this.#keyOf(ticketId), JSON.stringify({ ...draft, savedAt: Date.now() })),
      );
  }

  discard(ticketId: string): void {
    withStorage((storage) => storage.removeItem(this.#keyOf(ticketId)));
  }

  #keyOf(ticketId: string): string {
    return `teo-support:${this.#about}:${this.#personId}:${ticketId}`;
  }
}
