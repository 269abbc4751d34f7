import type { PairCommand, Priority, TicketType } from '@teo-support/core';
import type { HistoryInput } from '@teo-support/core/contract';
import { contextOf } from './context.js';
import { type Ago, momentsOf, type When } from './moments.js';
import { type Colleague, emailOf } from './people.js';
import type { ScreenshotKey } from './screenshots.js';

type Ticket = HistoryInput['tickets'][number];
type Step = Ticket['commands'][number];
type Command = Step['command'];
type Request<T extends Command['type']> =
  Extract<Command, { type: T }> extends { request: infer R } ? R : never;

const impacts = {
  urgent: { usable: false, alternative: 'none' },
  high: { usable: false, alternative: 'painful' },
  medium: { usable: false, alternative: 'acceptable' },
  low: { usable: true },
} as const;

type Answers = Request<'file'>['answers'];

interface Filing {
  readonly answers: Answers;
  readonly impact: Priority;
  /** Path of the page they wrote from; without one, they took the context out before sending. */
  readonly page?: string;
}

/** One ticket's story, told in the order in which it happened. */
export class Story {
  readonly key: string;
  readonly #requester: string;
  readonly #steps: { readonly when: When; readonly by: Step['by']; readonly command: Command }[] = [];
  #priority: Priority = 'low';

  constructor(key: string, requester: string) {
    this.key = key;
    this.#requester = requester;
  }

  malfunction(when: Exclude<When, string>, filing: Filing): this {
    return this.#file(when, 'malfunction', filing);
  }

  mishandling(when: Exclude<When, string>, filing: Filing): this {
    return this.#file(when, 'mishandling', filing);
  }

  question(when: Exclude<When, string>, filing: Filing): this {
    return this.#file(when, 'usage_question', filing);
  }

  /** A training follow-up asks for no impact and attaches no page. */
  followUp(when: Ago, answers: Answers): this {
    return this.#file(when, 'training_follow_up', { answers, impact: 'low' });
  }

  remarkOnTrial(when: Exclude<When, string>, filing: Filing): this {
    return this.#file(when, 'rnd', filing);
  }

  assigned(when: Ago, by: Colleague, service: Request<'assign'>['service'], to: Colleague | null): this {
    const agentEmail = to === null ? null : emailOf[to];
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

  reprioritised(when: Ago, by: Colleague, priority: Priority, reason: string): this {
    return this.#staff(when, by, { type: 'reprioritise', request: { priority, reason } });
  }

  requalified(when: Ago, by: Colleague, type: TicketType, reason: string, answers = {}): this {
    return this.#staff(when, by, { type: 'requalify', request: { type, reason, answers } });
  }

  consulted(when: Ago, by: Colleague, service: Request<'consult'>['service'], question: string): this {
    return this.#staff(when, by, { type: 'consult', request: { service, question } });
  }

  /** The view of the service that was asked. `consultation` counts the questions of the ticket from 1. */
  viewed(when: Ago, by: Colleague, answer: string, consultation = 1): this {
    return this.#staff(when, by, { type: 'answer_consultation', request: { consultation, answer } });
  }

  guided(when: Ago, by: Colleague, ...steps: string[]): this {
    return this.#staff(when, by, { type: 'guide_roll_back', request: { steps } });
  }

  ruledOut(when: Ago, by: Colleague, reason: string): this {
    return this.#staff(when, by, { type: 'rule_out_roll_back', request: { reason } });
  }

  /** The requester did the steps of the roll-back from `first` to `last`, counted from 1. */
  ticked(when: Ago, first: number, last = first): this {
    for (let step = first; step <= last; step += 1)
      this.#own(when, { type: 'tick_roll_back_step', request: { step: step - 1, done: true } });
    return this;
  }

  unticked(when: Ago, step: number): this {
    return this.#own(when, { type: 'tick_roll_back_step', request: { step: step - 1, done: false } });
  }

  /** `other` is the key of another story: of its own organization for a merge, of a confirmed bug that carries. */
  together(when: Ago, by: Colleague, type: PairCommand['type'], other: string): this {
    return this.#staff(when, by, { type, request: { ticket: other } });
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

  /** Nobody spoke up for as long as the policy waits. Follows the resolution in the same story. */
  closedByTime(): this {
    return this.#add('when_time_closes', { kind: 'system' }, { type: 'close_by_time' });
  }

  reopened(when: Ago, reason: string): this {
    return this.#own(when, { type: 'reopen', request: { reason } });
  }

  cancelled(when: Ago, reason = ''): this {
    return this.#own(when, { type: 'cancel', request: { reason } });
  }

  /** The ticket as the history holds it, with its times worked out. */
  toTicket(now: number): Ticket {
    const moments = momentsOf(
      this.key,
      this.#steps.map(({ when }) => when),
      this.#priority,
      now,
    );
    const commands = this.#steps.map(({ by, command }, index) => ({
      at: new Date(moments[index] ?? now).toISOString(),
      by,
      command,
    }));
    return { key: this.key, commands };
  }

  #file(when: Exclude<When, string>, type: TicketType, { answers, impact, page }: Filing): this {
    this.#priority = impact;
    const daysAgo = 'days' in when ? when.days : 0;
    const context =
      page === undefined ? [] : contextOf(this.#requester, page, `${answers.module ?? ''}`, daysAgo);
    return this.#own(when, { type: 'file', request: { type, answers, impact: impacts[impact], context } });
  }

  #own(when: When, command: Command): this {
    return this.#add(when, { kind: 'teomaster', subject: this.#requester }, command);
  }

  #staff(when: Ago, by: Colleague, command: Command): this {
    return this.#add(when, { kind: 'staff', email: emailOf[by] }, command);
  }

  #add(when: When, by: Step['by'], command: Command): this {
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
