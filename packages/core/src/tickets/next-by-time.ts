import { type ExpectedAlarm, expectedAlarms } from '../service-level/alarms.js';
import type { Instant, ServicePolicy } from '../service-level/policy.js';
import type { SystemCommand } from './commands.js';
import { closableFrom } from './resolved-ticket.js';
import { type Ticket, timed } from './ticket.js';

/** The alarms of a ticket whose instant has come, the earliest first. */
export function alarmsDue(ticket: Ticket, policy: ServicePolicy, now: Instant): ExpectedAlarm[] {
  return expectedAlarms(timed(ticket), ticket.alarms, policy).filter((alarm) => alarm.at <= now);
}

/** A command that nobody gives but the time, and from which instant on. */
export interface ByTime {
  readonly at: Instant;
  readonly command: SystemCommand;
}

/**
 * What the time gives a ticket next if nothing else happens before: an alarm, or that it is closed. `null` where it
 * waits for somebody, is done, or goes on in another one. The instant may have passed, as when nobody was there to see.
 */
export function nextByTime(ticket: Ticket, policy: ServicePolicy): ByTime | null {
  const closesAt = closableFrom(ticket, policy);
  if (closesAt !== null) return { at: closesAt, command: { type: 'close_by_time' } };
  const [alarm] = expectedAlarms(timed(ticket), ticket.alarms, policy);
  return alarm === undefined ? null : { at: alarm.at, command: { type: 'raise_alarms' } };
}
