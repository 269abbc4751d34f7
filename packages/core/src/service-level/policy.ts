import type { Priority } from '../priority/priority.js';

/** An instant: milliseconds since 1970-01-01T00:00:00Z. Never read from a clock in this package. */
export type Instant = number;

/**
 * What the team commits to, as data. The version is recorded with each ticket, so that a change of
 * policy never moves the target of a ticket that was filed under the former one.
 */
export interface ServicePolicy {
  readonly version: string;
  /** IANA name of the zone in which days are counted. */
  readonly timeZone: string;
  /** `calendar_days` counts every day; it is the stricter reading of the promise. */
  readonly calendar: 'calendar_days';
  /** Days from creation to the target, by priority. */
  readonly targetDays: Readonly<Record<Priority, number>>;
}

/** « Engagement de service »: 3, 5, 10 and 15 days. */
export const publishedPolicy: ServicePolicy = {
  version: '2026-01',
  timeZone: 'Europe/Paris',
  calendar: 'calendar_days',
  targetDays: { urgent: 3, high: 5, medium: 10, low: 15 },
};

const policies: readonly ServicePolicy[] = [publishedPolicy];

/** The policy under which a ticket was filed. A version that is not known (any more) is read as the published one. */
export function policyOf(version: string): ServicePolicy {
  return policies.find((policy) => policy.version === version) ?? publishedPolicy;
}
