import type { Priority } from '../priority/priority.js';

/** An instant: milliseconds since 1970-01-01T00:00:00Z. Never read from a clock in this package. */
export type Instant = number;

/** Counts every day and every hour. The stricter reading of the promise, and the default. */
export interface CalendarDays {
  readonly kind: 'calendar_days';
}

/** Counts the hours in which the team works: a day of the promise is a working day of that many hours. */
export interface WorkingDays {
  readonly kind: 'working_days';
  /** ISO 8601 days of the week, 1 for Monday to 7 for Sunday. At least one. */
  readonly weekdays: readonly number[];
  /** Minutes after midnight, local time, at which a working day begins and ends. */
  readonly opensAt: number;
  readonly closesAt: number;
  /** Public holidays and closures, as local dates: `2026-05-01`. */
  readonly daysOff: readonly string[];
}

export type ServiceCalendar = CalendarDays | WorkingDays;

/**
 * What the team commits to, as data. The version is recorded with each ticket, so that a change of
 * policy never moves the target of a ticket that was filed under the former one.
 */
export interface ServicePolicy {
  readonly version: string;
  /** IANA name of the zone in which days are counted. */
  readonly timeZone: string;
  readonly calendar: ServiceCalendar;
  /** Days from creation to the target, by priority. */
  readonly targetDays: Readonly<Record<Priority, number>>;
  /** Calendar days after which a resolved ticket that nobody spoke up about is closed. */
  readonly closesAfterDays: number;
  /** Calendar days after its resolution within which a ticket can be reopened. */
  readonly reopenWindowDays: number;
}

/** « Engagement de service »: 3, 5, 10 and 15 days. */
export const publishedPolicy: ServicePolicy = {
  version: '2026-01',
  timeZone: 'Europe/Paris',
  calendar: { kind: 'calendar_days' },
  targetDays: { urgent: 3, high: 5, medium: 10, low: 15 },
  closesAfterDays: 7,
  reopenWindowDays: 30,
};

const policies: readonly ServicePolicy[] = [publishedPolicy];

/** The policy under which a ticket was filed. A version that is not known (any more) is read as the published one. */
export function policyOf(version: string): ServicePolicy {
  return policies.find((policy) => policy.version === version) ?? publishedPolicy;
}
