import type { Locale } from '@teo-support/core/messages';
import type { ClockView } from '@teo-support/sdk';
import type { Words } from '../locales/index.js';
import { dateWords } from './dates.js';
import { durationWords } from './duration.js';
import type { TargetWords } from './target.js';

type Milestone = ClockView['firstAnswer'];

const soonMs = 2 * 3_600_000;

/** One of the team's first duties in words: done, in time or not, or what is left; `null` when it no longer matters. */
export function milestoneWords(
  { dueAt, metAt, missed }: Milestone,
  state: ClockView['state'],
  now: number,
  locale: Locale,
  { clock }: Words,
): TargetWords | null {
  if (metAt !== null) {
    const date = dateWords(metAt, locale, now);
    return missed
      ? { text: clock.doneLate(date), icon: 'alert', tone: 'late' }
      : { text: clock.doneInTime(date), icon: 'check', tone: 'met' };
  }
  if (state === 'stopped') return null;
  const left = Date.parse(dueAt) - now;
  if (missed || left < 0)
    return { text: clock.late(durationWords(left, locale)), icon: 'alert', tone: 'late' };
  const text = clock.left(durationWords(left, locale));
  return { text, icon: 'clock', tone: left < soonMs ? 'soon' : 'plain' };
}
