import type { Locale } from '@teo-support/core/messages';
import type { StaffMember, SupportClient } from '@teo-support/sdk';
import type { DraftStore } from '../drafts/draft-store.js';
import type { LiveFeed } from '../live/live-feed.js';
import type { Words } from '../locales/index.js';

/** What every part of the staff view works with: who is signed in, their words, the API, the time. */
export interface Desk {
  readonly client: SupportClient;
  readonly member: StaffMember;
  readonly team: readonly StaffMember[];
  readonly words: Words;
  readonly locale: Locale;
  /** Milliseconds since 1970; moves on twice a minute. */
  readonly now: number;
  readonly drafts: DraftStore;
  readonly live: LiveFeed;
  /** Says something to those who cannot see it happen. */
  readonly announce: (message: string) => void;
}
