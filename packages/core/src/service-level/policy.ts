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

/** A length of time on the calendar of a policy: hours that it counts, or days of it. */
export type Delay = { readonly hours: number } | { readonly days: number };

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
  /** From creation to the first words of someone of the team: « Première réponse rapide à chaque demande ». */
  readonly firstAnswer: Readonly<Record<Priority, Delay>>;
  /** From creation until someone of the team gave it to a service: « Attribution rapide au service concerné ». */
  readonly assignment: Readonly<Record<Priority, Delay>>;
  /** The share of a target's time, between 0 and 1, after which it is said to approach. */
  readonly approachingAfter: number;
  /** Calendar days after which a resolved ticket that nobody spoke up about is closed. */
  readonly closesAfterDays: number;
  /** Calendar days after its resolution within which a ticket can be reopened. */
  readonly reopenWindowDays: number;
}

/**
 * « Engagement de service »: 3, 5, 10 and 15 days. Of the first answer and the assignment the promise says « rapide »
 * and no figure; ours are in whole days, as nights and weekends count in this calendar. Who takes a ticket costs a look,
 * not work, so it is known a day later whatever the priority. A first answer comes the next day where the feature cannot
 * be used, and at the latest within a fifth of the time in which the matter is to be resolved everywhere else.
 */
export const publishedPolicy: ServicePolicy = {
  version: '2026-01',
  timeZone: 'Europe/Paris',
  calendar: { kind: 'calendar_days' },
  targetDays: { urgent: 3, high: 5, medium: 10, low: 15 },
  firstAnswer: { urgent: { days: 1 }, high: { days: 1 }, medium: { days: 2 }, low: { days: 3 } },
  assignment: { urgent: { days: 1 }, high: { days: 1 }, medium: { days: 1 }, low: { days: 1 } },
  approachingAfter: 0.75,
  closesAfterDays: 7,
  reopenWindowDays: 30,
};
