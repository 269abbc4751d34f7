import type { Locale } from '@teo-support/core/messages';
import type { ClockView } from '@teo-support/sdk';
import type { IconName } from '../icons/icon.js';
import type { Words } from '../locales/index.js';
import { durationWords } from './duration.js';

/** How a target is told: in words and by a sign, never by colour alone. */
export interface TargetWords {
  readonly text: string;
  readonly icon: IconName;
  readonly tone: 'plain' | 'soon' | 'late' | 'paused' | 'met';
}

const soonMs = 24 * 3_600_000;

export function targetWords(clock: ClockView, now: number, locale: Locale, words: Words): TargetWords {
  if (clock.state === 'stopped') {
    return clock.missed
      ? { text: words.clock.missed, icon: 'alert', tone: 'late' }
      : { text: words.clock.met, icon: 'check', tone: 'met' };
  }
  const left = Date.parse(clock.dueAt) - now;
  if (left < 0) return { text: words.clock.late(durationWords(left, locale)), icon: 'alert', tone: 'late' };
  if (clock.state === 'paused') return { text: words.clock.paused, icon: 'pause', tone: 'paused' };
  const text = words.clock.left(durationWords(left, locale));
  return left < soonMs ? { text, icon: 'clock', tone: 'soon' } : { text, icon: 'clock', tone: 'plain' };
}
