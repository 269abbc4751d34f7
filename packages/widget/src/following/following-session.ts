import type { FollowingWords } from '../locales/words.js';
import type { Session } from '../panel/session.js';

/** What the views of following work with: the session, and the words that only they need. */
export interface FollowingSession extends Session {
  readonly following: FollowingWords;
}
