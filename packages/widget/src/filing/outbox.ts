import type { RequesterTicket } from '@teo-support/core/contract';
import { ApiError, SupportError } from '@teo-support/sdk/connection';
import type { Draft } from '../drafts/draft.js';
import type { DraftStore } from '../drafts/draft-store.js';
import { apart } from '../panel/apart.js';
import type { WidgetClient } from '../panel/full-session.js';
import { tellSearch } from './tell-search.js';

/** Whether a ticket that was sent may still arrive: no answer came, or the server is too busy for now. */
export function mayGoLater(error: unknown): boolean {
  if (!(error instanceof SupportError)) return false;
  return !(error instanceof ApiError) || error.status === 429 || error.status >= 500;
}

/**
 * Sends what waits, each under the key of its first try, so that it is filed once: whichever tab does it, and also if
 * the first try had arrived after all. What the server refuses becomes a draft again.
 * @returns whether nothing waits any more
 */
export async function sendWaiting(
  client: WidgetClient,
  drafts: DraftStore,
  filed: (draft: Draft, ticket: RequesterTicket) => void,
): Promise<boolean> {
  for (const draft of drafts.waiting()) {
    if (draft.waiting === null) continue;
    try {
      const ticket = await client.tickets.file(draft.waiting, { idempotencyKey: draft.key });
      apart(tellSearch(client, draft, ticket.id));
      drafts.discard(draft.type);
      filed(draft, ticket);
    } catch (error) {
      if (mayGoLater(error)) return false;
      drafts.save({ ...draft, waiting: null, key: crypto.randomUUID() });
    }
  }
  return true;
}
