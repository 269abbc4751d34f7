import { priorities } from '@teo-support/core';
import { z } from 'zod';
import { departmentsWithHolidays } from './public-holidays.js';

const localDate = z.iso.date('must be a date such as 2026-12-24');

const timeOfDay = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time of day such as 09:00')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const closure = z
  .strictObject({ from: localDate, to: localDate })
  .refine(({ from, to }) => from <= to, 'must not end before it begins');

const workingDays = z
  .strictObject({
    kind: z.literal('working_days'),
    weekdays: z
      .array(z.int().min(1).max(7))
      .min(1, 'needs at least one weekday, 1 for Monday to 7 for Sunday'),
    opensAt: timeOfDay,
    closesAt: timeOfDay,
    /** Of France as a whole, of one of its departments, or `false` where holidays are worked. */
    publicHolidays: z
      .union([
        z.boolean(),
        z.strictObject({
          department: z
            .string()
            .refine(
              (code) => departmentsWithHolidays().includes(code),
              'has no public holidays of its own: leave it out',
            ),
        }),
      ])
      .default(true),
    closures: z.array(closure).max(1000).default([]),
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, 'must open before it closes');

const delay = z.union(
  [
    z.strictObject({ hours: z.number().positive().max(10_000) }),
    z.strictObject({ days: z.int().positive().max(365) }),
  ],
  'must be a number of hours or days, as in { "hours": 4 } or { "days": 1 }',
);

function byPriority<T extends z.ZodType>(value: T) {
  return z.strictObject({ urgent: value, high: value, medium: value, low: value });
}

const targetDays = byPriority(z.int().positive().max(365)).refine(
  (days) => priorities.every((priority, place) => days[priority] >= days[priorities[place - 1] ?? priority]),
  'must not grow shorter as the priority falls',
);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('fr', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const policy = z
  .strictObject({
    version: z.string().trim().min(1, 'needs a name of its own, such as 2027-01').max(60),
    timeZone: z
      .string()
      .refine(isTimeZone, 'must be the IANA name of a time zone, such as Europe/Paris')
      .default('Europe/Paris'),
    calendar: z
      .discriminatedUnion('kind', [z.strictObject({ kind: z.literal('calendar_days') }), workingDays])
      .default({ kind: 'calendar_days' }),
    targetDays,
    firstAnswer: byPriority(delay),
    assignment: byPriority(delay),
    approachingAfter: z.number().gt(0).lt(1).default(0.75),
    closesAfterDays: z.int().min(1).max(365).default(7),
    reopenWindowDays: z.int().min(1).max(3650).default(30),
  })
  .refine(
    ({ closesAfterDays, reopenWindowDays }) => closesAfterDays <= reopenWindowDays,
    'must let a ticket be reopened for at least as long as it waits to be closed',
  );

/** The file in which an operator lists the policies that the organization has had, the last one current. */
export const policyFileSchema = z
  .strictObject({ policies: z.array(policy).min(1, 'needs at least one policy').max(500) })
  .superRefine(({ policies }, check) => {
    for (const [place, { version }] of policies.entries()) {
      if (policies.findIndex((other) => other.version === version) === place) continue;
      const message = `repeats the version ${version}: a version names one policy for good`;
      check.addIssue({ code: 'custom', path: ['policies', place, 'version'], message });
    }
  });

export type WrittenPolicy = z.infer<typeof policyFileSchema>['policies'][number];
