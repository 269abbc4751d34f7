import type { RequesterTicket, StaffTicket } from '@teo-support/core/contract';
import { sha256 } from '../storage/index.js';

/**
 * The tag of a ticket as it is shown: its version, which `If-Match` compares, and a digest of the representation, by
 * which `If-None-Match` tells whether anything in it differs, also what follows from the time. A paused clock moves its
 * target on with every moment: that alone makes no new tag.
 * @param json the ticket as JSON, where it has been written already
 */
export function etagOf(shown: RequesterTicket | StaffTicket, json?: string): string {
  const still =
    shown.clock.state === 'paused'
      ? JSON.stringify({ ...shown, clock: shown.clock.state })
      : (json ?? JSON.stringify(shown));
  return `"${shown.version}.${sha256(still).slice(0, 16)}"`;
}
