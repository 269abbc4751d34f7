import { DraftStore } from '../drafts/draft-store.js';
import type { Settings } from '../launcher/settings.js';
import { type LoadLater, laterOf } from './later.js';
import { openSession, type Session } from './session.js';

/** What there is once the server has said who this is. */
export interface SignedIn {
  readonly session: Session;
  readonly drafts: DraftStore;
  readonly loadLater: LoadLater;
}

export async function signIn(settings: Settings): Promise<SignedIn> {
  const opening = openSession(settings);
  const loadLater = laterOf(settings.language, opening);
  // It comes while the server says who this is. If it does not, it is asked for again when it is needed.
  loadLater().catch(() => {});
  const session = await opening;
  return { session, drafts: new DraftStore(session.me.id), loadLater };
}
