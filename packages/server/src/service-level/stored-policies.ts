import type { Policies } from '@teo-support/core';
import type { Reader } from '../storage/index.js';
import { tickets } from '../tickets/index.js';

/** Tickets were filed under policies that the configuration does not have. */
export class PolicyMissingError extends Error {
  override readonly name = 'PolicyMissingError';

  constructor(versions: readonly string[]) {
    super(
      `Tickets were filed under service policies that are not configured: ${versions.join(', ')}. ` +
        'Put them back into the file that SERVICE_POLICIES_FILE names (before the current one): ' +
        'each ticket keeps the policy under which it was filed.',
    );
  }
}

/**
 * Makes sure that the policy of every stored ticket is known, before any of them is measured by it.
 * @throws {PolicyMissingError}
 */
export async function requireStoredPolicies(reader: Reader, policies: Policies): Promise<void> {
  const rows = await reader.selectDistinct({ version: tickets.policyVersion }).from(tickets);
  const missing = rows.map(({ version }) => version).filter((version) => !policies.known(version));
  if (missing.length > 0) throw new PolicyMissingError(missing.sort());
}
