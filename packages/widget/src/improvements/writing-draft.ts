import { type TeoModule, teoModules } from '@teo-support/core';
import { KeptDraft, type WordsDraft } from '../drafts/kept-draft.js';
import type { ForumSession } from './forum-session.js';

export const writingFields = ['role', 'need', 'purpose', 'module'] as const;
export type WritingField = (typeof writingFields)[number];
export type WritingDraft = WordsDraft<WritingField>;

/** What a person's request is kept as until it was published. */
export function writingDraft({ me }: Pick<ForumSession, 'me'>): KeptDraft<WritingField> {
  return new KeptDraft(me.id, 'improvement', { role: '', need: '', purpose: '', module: '' });
}

/** Whether words were written; a module alone would not be missed. */
export function isWritten({ words }: WritingDraft): boolean {
  return `${words.role}${words.need}${words.purpose}`.trim() !== '';
}

export function moduleIn({ words }: WritingDraft): TeoModule | undefined {
  return teoModules.find((module) => module === words.module);
}
