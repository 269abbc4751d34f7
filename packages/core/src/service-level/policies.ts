import { publishedPolicy, type ServicePolicy } from './policy.js';

/** The policies that the organization has had. A ticket keeps the one under which it was filed. */
export interface Policies {
  /** Under which tickets are filed now. */
  readonly current: ServicePolicy;
  /**
   * The policy of a version that is recorded with a ticket. Nothing stands in for one that is missing: a ticket would
   * be measured by what nobody promised. Whoever reads stored tickets makes sure first that all of them are `known`.
   * @throws {UnknownPolicyError}
   */
  of(version: string): ServicePolicy;
  known(version: string): boolean;
}

/** A ticket names a policy that nobody knows any more. */
export class UnknownPolicyError extends Error {
  override readonly name = 'UnknownPolicyError';

  constructor(version: string) {
    super(`No policy has the version ${version}.`);
  }
}

/** @param listed the oldest first; the last one is current */
export function policiesOf(...listed: readonly [ServicePolicy, ...ServicePolicy[]]): Policies {
  const byVersion = new Map(listed.map((policy) => [policy.version, policy]));
  return {
    current: listed.at(-1) ?? listed[0],
    of(version) {
      const policy = byVersion.get(version);
      if (policy === undefined) throw new UnknownPolicyError(version);
      return policy;
    },
    known: (version) => byVersion.has(version),
  };
}

/** The published one alone: what holds unless an operator says otherwise. */
export const publishedPolicies: Policies = policiesOf(publishedPolicy);
