import type { FaqSearchRecord } from '@teo-support/core/contract';
import type { Draft, Searched } from '../drafts/draft.js';
import type { WidgetClient } from '../panel/full-session.js';

/** What is told of a search, whatever came of it. */
export function recordOf({ q, module, shown, opened, missed }: Searched): FaqSearchRecord {
  return {
    q,
    ...(module === undefined ? {} : { module }),
    shown: [...shown],
    opened: [...opened],
    outcome: missed ? 'not_there' : 'left',
  };
}

/**
 * Tells what the FAQ showed while a ticket was written, with the ticket if it was filed. Nobody waits for it: the ticket has
 * arrived, and what the FAQ showed is worth no second try beyond those that the client makes by itself.
 */
export async function tellSearch(client: WidgetClient, draft: Draft, ticket: string | null): Promise<void> {
  if (draft.searched === null) return;
  const record = { ...recordOf(draft.searched), ...(ticket === null ? {} : { ticket }) };
  await client.faq.record(record, { idempotencyKey: `faq-${ticket ?? draft.key}` }).catch(() => {});
}
