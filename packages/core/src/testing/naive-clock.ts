import type { Delay, Instant, ServicePolicy } from '../service-level/policy.js';
import type { Pause } from '../service-level/target.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What a clock on the wall and a calendar beside it show in Paris in one hour: the date, the weekday, the hour. */
interface Shown {
  readonly date: string;
  readonly weekday: number;
  readonly hour: number;
}

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});
const seen = new Map<Instant, Shown>();

/** Paris changes its clocks at full hours, so a look an hour is enough. */
function lookAt(instant: Instant): Shown {
  const hour = Math.floor(instant / hourMs);
  const known = seen.get(hour);
  if (known !== undefined) return known;
  const [date = '', time = ''] = wall.format(hour * hourMs).split(' ');
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  const shown = { date, weekday: weekday === 0 ? 7 : weekday, hour: Number(time.slice(0, 2)) };
  seen.set(hour, shown);
  return shown;
}

/** Whether the calendar of a policy counts the minute that begins at an instant. */
function isCounted(instant: Instant, { calendar }: ServicePolicy): boolean {
  if (calendar.kind === 'calendar_days') return true;
  const { date, weekday, hour } = lookAt(instant);
  const minuteOfDay = hour * 60 + Math.floor((instant % hourMs) / minuteMs);
  return (
    calendar.weekdays.includes(weekday) &&
    !calendar.daysOff.includes(date) &&
    calendar.opensAt <= minuteOfDay &&
    minuteOfDay < calendar.closesAt
  );
}

function isPaused(instant: Instant, pauses: readonly Pause[]): boolean {
  return pauses.some(({ from, to }) => from <= instant && (to === null || instant < to));
}

/** The minutes that were paused until an instant and that the calendar counts, one by one. */
export function minutesPaused(
  filedAt: Instant,
  until: Instant,
  pauses: readonly Pause[],
  policy: ServicePolicy,
): number {
  let paused = 0;
  for (let at = filedAt; at < until; at += minuteMs) {
    if (isPaused(at, pauses) && isCounted(at, policy)) paused += 1;
  }
  return paused;
}

/**
 * When a delay is over, by someone who counts each minute that passes: down to nothing, on a calendar of working days;
 * towards the same time of day that many days later, one minute further for each one paused, where every hour counts.
 */
export function naiveDue(
  filedAt: Instant,
  delay: Delay,
  pauses: readonly Pause[],
  until: Instant,
  policy: ServicePolicy,
): Instant {
  const waits = (minute: Instant) => minute < until && isPaused(minute, pauses);
  const { calendar } = policy;
  if (calendar.kind === 'calendar_days') {
    let due = 'days' in delay ? sameTimeLater(filedAt, delay.days) : filedAt + delay.hours * hourMs;
    for (let minute = filedAt; minute < due; minute += minuteMs) if (waits(minute)) due += minuteMs;
    return due;
  }
  let left = 'days' in delay ? delay.days * (calendar.closesAt - calendar.opensAt) : delay.hours * 60;
  let minute = filedAt;
  for (; left > 0; minute += minuteMs) if (isCounted(minute, policy) && !waits(minute)) left -= 1;
  return minute;
}

/** The same wall clock some days later, by looking: the last minute that shows it, or an hour on where none does. */
function sameTimeLater(instant: Instant, days: number): Instant {
  const asIfUtc = Date.parse(`${wall.format(instant).replace(' ', 'T')}:00Z`) + days * 24 * hourMs;
  const wanted = new Date(asIfUtc).toISOString().slice(0, 16).replace('T', ' ');
  const candidates = [asIfUtc - hourMs, asIfUtc - 2 * hourMs];
  return candidates.find((candidate) => wall.format(candidate) === wanted) ?? asIfUtc - hourMs;
}
