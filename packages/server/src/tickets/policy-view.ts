import { monthOf } from '@teo-support/core';
import type { Me } from '@teo-support/core/contract';
import type { Moment } from './handle-command.js';

/** How far ahead a target can lie, in months: who files now needs to know no later day off. */
const monthsAhead = 12;

/** The policy under which tickets are filed now, with the days off that can matter to one filed now. */
export function policyView({ now, policies }: Moment): Me['policy'] {
  const { calendar, ...policy } = policies.current;
  if (calendar.kind === 'calendar_days') return { ...policy, calendar };
  const [first, last] = [monthOf(now, policy.timeZone), lastMonth(now)];
  const daysOff = calendar.daysOff.filter((day) => first <= day.slice(0, 7) && day.slice(0, 7) <= last);
  return { ...policy, calendar: { ...calendar, daysOff } };
}

function lastMonth(now: number): string {
  const date = new Date(now);
  date.setUTCMonth(date.getUTCMonth() + monthsAhead);
  return date.toISOString().slice(0, 7);
}
