import { type Priority, publishedPolicy } from '@teo-support/core';
import type { HistoryInput } from '@teo-support/core/contract';
import { contextOf } from './context.js';
import type { ScreenshotKey } from './screenshots.js';
import { momentAfter, momentOn, parisDay, workingDayUpTo } from './working-day.js';

type Ticket = HistoryInput['tickets'][number];
type Step = Ticket['commands'][number];
type Command = Step['command'];
type Request<T extends Command['type']> =
  Extract<Command, { type: T }> extends { request: infer R } ? R : never;

/** The people of the team, by the first name that stories call them by. */
const team = {
  ines: 'ines.caron@teo.example.fr',
  hugo: 'hugo.meyer@teo.example.fr',
  julien: 'julien.marchetti@teo.example.fr',
  camille: 'camille.aubry@teo.example.fr',
  nora: 'nora.benali@teo.example.fr',
  thomas: 'thomas.rey@teo.example.fr',
} as const;
export type Colleague = keyof typeof team;

/** Before now: so many days, at some time of that working day; or so many hours and minutes, whatever the hour. */
export type Ago = { readonly days: number } | { readonly hours?: number; readonly minutes?: number };

/** When a ticket was filed: before now, or so that its target comes in so many hours. */
type Filed = Ago | { readonly dueIn: number };

const hourMs = 3_600_000;
const minuteMs = 60_000;

const impacts = {
  urgent: { usable: false, alternative: 'none' },
  high: { usable: false, alternative: 'painful' },
  medium: { usable: false, alternative: 'acceptable' },
  low: { usable: true },
} as const;

type Filing = Pick<Request<'file'>, 'answers'> & {
  readonly impact: Priority;
  /** Path of the page they wrote from; without one, they took the context out before sending. */
  readonly page?: string;
};

/** One ticket's story, told in the order in which it happened. */
export class Story {
  readonly #key: string;
  readonly #requester: string;
  readonly #steps: { readonly when: Filed; readonly by: Step['by']; readonly command: Command }[] = [];
  #priority: Priority = 'low';

  constructor(key: string, requester: string) {
    this.#key = key;
    this.#requester = requester;
  }

  malfunction(when: Filed, filing: Filing): this {
    return this.#file(when, 'malfunction', filing);
  }

  question(when: Filed, filing: Filing): this {
    return this.#file(when, 'usage_question', filing);
  }

  assigned(when: Ago, by: Colleague, service: Request<'assign'>['service'], to: Colleague | null): this {
    const agentEmail = to === null ? null : team[to];
    return this.#staff(when, by, { type: 'assign', request: { service, agentEmail } });
  }

  answered(when: Ago, by: Colleague, text: string): this {
    return this.#staff(when, by, { type: 'answer', request: { text, awaitsRequester: false } });
  }

  asked(when: Ago, by: Colleague, text: string): this {
    return this.#staff(when, by, { type: 'answer', request: { text, awaitsRequester: true } });
  }

  noted(when: Ago, by: Colleague, text: string): this {
    return this.#staff(when, by, { type: 'write_note', request: { text } });
  }

  tested(when: Ago, by: Colleague, request: Request<'record_reproduction_test'>): this {
    return this.#staff(when, by, { type: 'record_reproduction_test', request });
  }

  transferred(when: Ago, by: Colleague, reason = ''): this {
    return this.#staff(when, by, { type: 'transfer', request: { reason } });
  }

  resolved(when: Ago, by: Colleague, resolution: string): this {
    return this.#staff(when, by, { type: 'resolve', request: { resolution } });
  }

  replied(when: Ago, text: string): this {
    return this.#own(when, { type: 'reply', request: { text } });
  }

  confirmed(when: Ago): this {
    return this.#own(when, { type: 'confirm' });
  }

  reopened(when: Ago, reason: string): this {
    return this.#own(when, { type: 'reopen', request: { reason } });
  }

  /** The ticket as the history holds it, with its times worked out. */
  toTicket(now: number): Ticket {
    const moments = this.#moments(now);
    const commands = this.#steps.map(({ by, command }, index) => ({
      at: new Date(moments[index] ?? now).toISOString(),
      by,
      command,
    }));
    return { key: this.#key, commands };
  }

  /** One moment for each step: each after the one before, and none in the future. */
  #moments(now: number): number[] {
    const today = parisDay(now);
    const moments: number[] = [];
    let last = 0;
    for (const [index, { when }] of this.#steps.entries()) {
      const share = shareOf(this.#key, index);
      if ('dueIn' in when) {
        last = momentAfter(now, publishedPolicy.targetDays[this.#priority], when.dueIn, share);
      } else if ('days' in when) {
        const asked = workingDayUpTo(today - when.days);
        const day = Math.max(asked, parisDay(last));
        const following = this.#steps
          .slice(index + 1)
          .filter((next) => 'days' in next.when && workingDayUpTo(today - next.when.days) <= day).length;
        last = momentOn(day, last, following, share);
      } else {
        last = Math.max(
          last + minuteMs,
          now - (when.hours ?? 0) * hourMs - (when.minutes ?? 0) * minuteMs - Math.floor(share * 59) * 1000,
        );
      }
      moments.push(last);
    }
    let next = now;
    for (const [fromEnd, moment] of moments.reverse().entries()) {
      next = Math.min(moment, next - minuteMs);
      moments[fromEnd] = next;
    }
    return moments.reverse();
  }

  #file(when: Filed, type: 'malfunction' | 'usage_question', { answers, impact, page }: Filing): this {
    this.#priority = impact;
    const daysAgo = 'days' in when ? when.days : 0;
    const context =
      page === undefined ? [] : contextOf(this.#requester, page, `${answers.module ?? ''}`, daysAgo);
    return this.#own(when, { type: 'file', request: { type, answers, impact: impacts[impact], context } });
  }

  #own(when: Filed, command: Command): this {
    return this.#add(when, { kind: 'teomaster', subject: this.#requester }, command);
  }

  #staff(when: Ago, by: Colleague, command: Command): this {
    return this.#add(when, { kind: 'staff', email: team[by] }, command);
  }

  #add(when: Filed, by: Step['by'], command: Command): this {
    this.#steps.push({ when, by, command });
    return this;
  }
}

export function story(key: string, requester: string): Story {
  return new Story(key, requester);
}

/** The screenshot of a story, as the form sends it. */
export function shown(key: ScreenshotKey): { files: ScreenshotKey[] } {
  return { files: [key] };
}

/** A share between 0.05 and 0.9 that differs from step to step, so that no two stories keep the same hours. */
function shareOf(key: string, index: number): number {
  let mixed = index * 7919 + 17;
  for (const letter of key) mixed = (mixed * 31 + letter.charCodeAt(0)) % 65_521;
  return 0.05 + ((mixed * 193) % 997) / 1173;
}
