import { ApiError } from '@teo-support/sdk/connection';
import { failureWords } from '../panel/session.js';
import type { ForumSession } from './forum-session.js';

/** Why it was refused: what is wrong with the words where the server says so, else what can be done. */
export function refusalWords(error: unknown, { words }: Pick<ForumSession, 'words'>): string {
  return error instanceof ApiError && error.errors[0] !== undefined
    ? error.errors[0].detail
    : failureWords(error, words);
}

/** Whether what was sent may never have arrived, so that sending it again as the same can help. */
export function isUnanswered(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === 429 || error.status >= 500;
}
