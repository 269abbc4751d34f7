import { canonicalJson, type Json } from './canonical-json.js';
import { digestOf, digestsIn, type Sha256 } from './seal.js';

/** What the first event of a ticket is chained to. */
export const chainStart = '0'.repeat(64);

/** One event as the log holds it. */
export interface ChainLink {
  readonly ticketId: string;
  readonly version: number;
  readonly payload: Json;
  readonly previousHash: string;
  readonly hash: string;
}

/** The words that are kept for an event, by path. `null` where they were erased, which the chain allows. */
export interface KeptText {
  readonly path: string;
  readonly salt: string | null;
  readonly text: string | null;
}

export type ChainFault =
  | 'event_altered'
  | 'event_missing'
  | 'link_broken'
  | 'text_altered'
  | 'text_without_event'
  | 'head_differs';

export type ChainCheck =
  | { readonly ok: true; readonly events: number; readonly head: string }
  | { readonly ok: false; readonly version: number; readonly fault: ChainFault };

/** Where an event stands in its ticket's chain. */
type ChainPlace = Pick<ChainLink, 'ticketId' | 'version' | 'previousHash'>;

/** The hash of an event: over its place, its content without words, and the hash of the one before. */
export function linkHash({ payload, ...place }: Omit<ChainLink, 'hash'>, sha256: Sha256): string {
  return linkHashOver(canonicalJson(payload), place, sha256);
}

/** The same, when the content has been written as `canonicalJson` writes it. */
export function linkHashOver(
  canonical: string,
  { ticketId, version, previousHash }: ChainPlace,
  sha256: Sha256,
): string {
  const [previous, ticket] = [JSON.stringify(previousHash), JSON.stringify(ticketId)];
  // The canonical JSON of all four: the names stand in their order.
  return sha256(
    `{"payload":${canonical},"previousHash":${previous},"ticketId":${ticket},"version":${version}}`,
  );
}

/**
 * Follows one ticket's chain from its first event and names the first that was altered or is missing.
 *
 * @param links the ticket's events, oldest first
 * @param textsOf the words kept for the event of a version
 * @param head the version and hash that the ticket's row holds, which shows when the last events were removed
 */
export function verifyChain(
  links: readonly ChainLink[],
  textsOf: (version: number) => readonly KeptText[],
  head: { readonly version: number; readonly hash: string },
  sha256: Sha256,
): ChainCheck {
  let previousHash = chainStart;
  let expected = 1;
  for (const link of links) {
    if (link.version !== expected) return { ok: false, version: expected, fault: 'event_missing' };
    if (link.previousHash !== previousHash) return { ok: false, version: link.version, fault: 'link_broken' };
    if (linkHash(link, sha256) !== link.hash)
      return { ok: false, version: link.version, fault: 'event_altered' };
    const fault = textFault(link.payload, textsOf(link.version), sha256);
    if (fault !== null) return { ok: false, version: link.version, fault };
    previousHash = link.hash;
    expected += 1;
  }
  if (head.version >= expected) return { ok: false, version: expected, fault: 'event_missing' };
  if (head.version !== expected - 1 || head.hash !== previousHash) {
    return { ok: false, version: expected - 1, fault: 'head_differs' };
  }
  return { ok: true, events: links.length, head: previousHash };
}

function textFault(payload: Json, texts: readonly KeptText[], sha256: Sha256): ChainFault | null {
  const digests = digestsIn(payload);
  for (const kept of texts) {
    const digest = digests.get(kept.path);
    if (digest === undefined) return 'text_without_event';
    if (kept.text === null && kept.salt === null) continue;
    if (kept.text === null || kept.salt === null) return 'text_altered';
    if (digestOf(kept.text, kept.salt, sha256) !== digest) return 'text_altered';
  }
  return new Set(texts.map((kept) => kept.path)).size < digests.size ? 'text_altered' : null;
}
