import type { FileView } from '@teo-support/core/contract';
import { Kept } from './kept.js';

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
    return { ...emptyReply(), ...this.#kept(ticketId).load() };
  }

  /** Keeps what was written, or forgets the draft when there is nothing in it. */
  save(ticketId: string, draft: ReplyDraft): void {
    if (draft.text === '' && draft.files.length === 0) this.discard(ticketId);
    else this.#kept(ticketId).save(draft);
  }

  discard(ticketId: string): void {
    this.#kept(ticketId).discard();
  }

  #kept(ticketId: string): Kept<ReplyDraft> {
    return new Kept(`${this.#about}:${this.#personId}:${ticketId}`);
  }
}
