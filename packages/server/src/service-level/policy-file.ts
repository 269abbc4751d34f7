import { readFileSync } from 'node:fs';
import { type Policies, policiesOf, type ServiceCalendar, type ServicePolicy } from '@teo-support/core';
import { policyFileSchema, type WrittenPolicy } from './policy-schema.js';
import { frenchPublicHolidays } from './public-holidays.js';

/** What a policy file says, or everything that is wrong with it, in sentences for an operator. */
export type ReadPolicies =
  | { readonly ok: true; readonly policies: Policies }
  | { readonly ok: false; readonly problems: readonly string[] };

export function readPolicyFile(path: string): ReadPolicies {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return { ok: false, problems: [`${path} cannot be read (${codeOf(error)}).`] };
  }
  return parsePolicies(text, path);
}

/** @param name how the file is called in what is said of it */
export function parsePolicies(text: string, name: string): ReadPolicies {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [`${name} is not JSON: ${why}.`] };
  }
  const read = policyFileSchema.safeParse(json);
  if (!read.success) {
    return {
      ok: false,
      problems: read.error.issues.map(({ path, message }) => `${name}: ${placeOf(path)} ${message}.`),
    };
  }
  const [first, ...rest] = read.data.policies.map(toPolicy);
  return first === undefined
    ? { ok: false, problems: [`${name}: policies needs at least one policy.`] }
    : { ok: true, policies: policiesOf(first, ...rest) };
}

function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return place === '' ? 'the file' : place.replace(/^\./, '');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function toPolicy({ calendar, ...written }: WrittenPolicy): ServicePolicy {
  return { ...written, calendar: toCalendar(calendar) };
}

/** Core takes the days off as data: here the holidays and the closures become a list of days. */
function toCalendar(calendar: WrittenPolicy['calendar']): ServiceCalendar {
  if (calendar.kind === 'calendar_days') return calendar;
  const { kind, weekdays, opensAt, closesAt, publicHolidays, closures } = calendar;
  const holidays =
    publicHolidays === false
      ? []
      : frenchPublicHolidays(publicHolidays === true ? null : publicHolidays.department);
  const daysOff = [...new Set([...holidays, ...closures.flatMap(daysOf)])].sort();
  return { kind, weekdays, opensAt, closesAt, daysOff };
}

/** Each day of a closure, the first and the last included. */
function daysOf({ from, to }: { readonly from: string; readonly to: string }): string[] {
  const days: string[] = [];
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000) {
    days.push(new Date(day).toISOString().slice(0, 10));
  }
  return days;
}
