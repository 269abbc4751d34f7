import type { ClockView, TicketSummary } from '@teo-support/core/contract';
import { longDate, timeSpan } from '../locales/dates.js';
import type { IconName } from '../panel/all-icons.js';
import type { FullSession } from '../panel/full-session.js';

/** The clock in a sentence, with an icon that says the same. */
export function clockWords(
  { clock, status }: Pick<TicketSummary, 'clock' | 'status'>,
  { following: { clock: words }, locale }: FullSession,
): { readonly text: string; readonly icon: IconName } {
  const date = longDate(clock.dueAt, locale);
  switch (clock.state) {
    case 'paused':
      return { text: words.paused, icon: 'pause' };
    case 'stopped':
      if (status === 'cancelled') return { text: words.ended, icon: 'pause' };
      return clock.missed ? { text: words.late, icon: 'warning' } : { text: words.met, icon: 'done' };
    case 'running':
      return clock.missed
        ? { text: words.missed(date), icon: 'warning' }
        : { text: words.due(date), icon: 'clock' };
  }
}

const minuteMs = 60_000;

/** « The clock stops while pending »: for how long it has stood still so far, once that is worth telling. */
export function pauseWords(clock: ClockView, { following, locale, me }: FullSession): string | null {
  if (clock.pausedMs < minuteMs) return null;
  return following.clock.pausedFor(timeSpan(clock.pausedMs, me.policy.calendar.kind, locale));
}
