import type { ClockView } from '@teo-support/core/contract';
import { longDate } from '../locales/dates.js';
import type { Language } from '../locales/language.js';
import type { IconName } from '../panel/icons.js';

/** The clock in a sentence, with an icon and a tone that say the same. */
export function clockWords(
  clock: ClockView,
  { words, locale }: Language,
): { readonly text: string; readonly icon: IconName; readonly tone: '' | 'success' | 'warning' | 'danger' } {
  const date = longDate(clock.dueAt, locale);
  switch (clock.state) {
    case 'paused':
      return { text: words.clock.paused, icon: 'pause', tone: 'warning' };
    case 'stopped':
      return clock.missed
        ? { text: words.clock.late, icon: 'warning', tone: 'danger' }
        : { text: words.clock.met, icon: 'done', tone: 'success' };
    case 'running':
      return clock.missed
        ? { text: words.clock.missed(date), icon: 'warning', tone: 'danger' }
        : { text: words.clock.due(date), icon: 'clock', tone: '' };
  }
}
