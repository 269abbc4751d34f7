import type { ForumAuthor } from '@teo-support/core/contract';
import type { ForumSession } from './forum-session.js';

/** Who wrote it, as far as the reader may know. */
export function authorWords({ mine, team, person }: ForumAuthor, { forum }: ForumSession): string {
  if (mine) return forum.view.you;
  return person?.name ?? (team ? forum.talk.team : forum.view.someone);
}
