import type { Alternative, TeoModule, TicketType } from '@teo-support/core';
import type { FileTicketRequest, FileView } from '@teo-support/core/contract';

/** One field as it is being filled in. */
export type DraftAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'steps'; readonly steps: readonly string[] }
  | { readonly kind: 'images'; readonly files: readonly FileView[]; readonly noneBecause: string };

/** What the FAQ showed while it was written. */
export interface Searched {
  readonly q: string;
  readonly module?: TeoModule | undefined;
  readonly shown: readonly string[];
  readonly opened: readonly string[];
  /** Whether the person has said that the answer is not there. */
  readonly missed: boolean;
}

/** A ticket that is not sent yet. It is kept as it is typed, and found again after a reload. */
export interface Draft {
  readonly type: TicketType;
  readonly answers: Readonly<Record<string, DraftAnswer>>;
  readonly usable: boolean | null;
  readonly alternative: Alternative | null;
  /** What the person does not want to send. */
  readonly leftOut: readonly string[];
  /** Made once for this ticket and sent with each try, so that it is filed once. */
  readonly key: string;
  /** What was sent and has not arrived. It goes by itself, as it was sent, unless it is taken back. */
  readonly waiting: FileTicketRequest | null;
  readonly searched: Searched | null;
}

export function emptyDraft(type: TicketType): Draft {
  return {
    type,
    answers: {},
    usable: null,
    alternative: null,
    leftOut: [],
    key: crypto.randomUUID(),
    waiting: null,
    searched: null,
  };
}

/** Whether anything was written that would be missed. */
export function isBegun(draft: Draft): boolean {
  return draft.usable !== null || Object.values(draft.answers).some(holdsWords);
}

function holdsWords(answer: DraftAnswer): boolean {
  switch (answer.kind) {
    case 'text':
      return answer.text.trim() !== '';
    case 'steps':
      return answer.steps.some((step) => step.trim() !== '');
    case 'images':
      return answer.files.length > 0 || answer.noneBecause.trim() !== '';
  }
}
