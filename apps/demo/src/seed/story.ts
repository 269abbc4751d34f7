import type { HistoryInput } from '@teo-support/core/contract';

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

/** How far something lies back: days and hours before now. */
export interface Ago {
  readonly days?: number;
  readonly hours?: number;
}

const hourMs = 3_600_000;

const impacts = {
  urgent: { usable: false, alternative: 'none' },
  high: { usable: false, alternative: 'painful' },
  medium: { usable: false, alternative: 'acceptable' },
  low: { usable: true },
} as const;

type Filing = Pick<Request<'file'>, 'answers'> & {
  readonly impact: keyof typeof impacts;
  readonly page?: string;
};

/**
 * One ticket's story, told in the order in which it happened. Times lie before `now`, on working days between
 * nine and six where there is room for it, and each step after the one before.
 */
export class Story {
  readonly #key: string;
  readonly #requester: string;
  readonly #steps: { ago: number; by: Step['by']; command: Command }[] = [];

  constructor(key: string, requester: string) {
    this.#key = key;
    this.#requester = requester;
  }

  malfunction(ago: Ago, filing: Filing): this {
    return this.#file(ago, 'malfunction', filing);
  }

  question(ago: Ago, filing: Filing): this {
    return this.#file(ago, 'usage_question', filing);
  }

  assigned(ago: Ago, by: Colleague, service: Request<'assign'>['service'], to: Colleague | null): this {
    const agentEmail = to === null ? null : team[to];
    return this.#staff(ago, by, { type: 'assign', request: { service, agentEmail } });
  }

  answered(ago: Ago, by: Colleague, text: string): this {
    return this.#staff(ago, by, { type: 'answer', request: { text, awaitsRequester: false } });
  }

  asked(ago: Ago, by: Colleague, text: string): this {
    return this.#staff(ago, by, { type: 'answer', request: { text, awaitsRequester: true } });
  }

  noted(ago: Ago, by: Colleague, text: string): this {
    return this.#staff(ago, by, { type: 'write_note', request: { text } });
  }

  tested(ago: Ago, by: Colleague, request: Request<'record_reproduction_test'>): this {
    return this.#staff(ago, by, { type: 'record_reproduction_test', request });
  }

  transferred(ago: Ago, by: Colleague, reason = ''): this {
    return this.#staff(ago, by, { type: 'transfer', request: { reason } });
  }

  resolved(ago: Ago, by: Colleague, resolution: string): this {
    return this.#staff(ago, by, { type: 'resolve', request: { resolution } });
  }

  replied(ago: Ago, text: string): this {
    return this.#own(ago, { type: 'reply', request: { text } });
  }

  confirmed(ago: Ago): this {
    return this.#own(ago, { type: 'confirm' });
  }

  reopened(ago: Ago, reason: string): this {
    return this.#own(ago, { type: 'reopen', request: { reason } });
  }

  /** The ticket as the history holds it, with its times worked out. */
  toTicket(now: number): Ticket {
    let last = Number.NEGATIVE_INFINITY;
    const commands = this.#steps.map(({ ago, by, command }, index) => {
      const left = this.#steps.length - index;
      // What comes later needs room after it, and nothing happens in the future.
      const latest = now - left * 60_000;
      const at = Math.max(
        last + 60_000,
        Math.min(latest, workingTime(now - ago - spreadMs(this.#key, index))),
      );
      last = at;
      return { at: new Date(at).toISOString(), by, command };
    });
    return { key: this.#key, commands };
  }

  #file(ago: Ago, type: 'malfunction' | 'usage_question', { answers, impact, page }: Filing): this {
    const context: NonNullable<Request<'file'>['context']> = [
      { key: 'page', value: `https://app.teo.example.fr${page ?? '/'}` },
      { key: 'browser', value: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/140.0' },
      { key: 'viewport', value: '1536 × 730 px' },
      { key: 'host_version', value: 'téo 8.4.2' },
    ];
    return this.#own(ago, { type: 'file', request: { type, answers, impact: impacts[impact], context } });
  }

  #own(ago: Ago, command: Command): this {
    return this.#add(ago, { kind: 'teomaster', subject: this.#requester }, command);
  }

  #staff(ago: Ago, by: Colleague, command: Command): this {
    return this.#add(ago, { kind: 'staff', email: team[by] }, command);
  }

  #add(ago: Ago, by: Step['by'], command: Command): this {
    this.#steps.push({ ago: (ago.days ?? 0) * 24 * hourMs + (ago.hours ?? 0) * hourMs, by, command });
    return this;
  }
}

export function story(key: string, requester: string): Story {
  return new Story(key, requester);
}

/** The same moment, moved back from a weekend to the Friday, and from the night into the working day (UTC+1). */
function workingTime(instant: number): number {
  const at = new Date(instant);
  const weekday = at.getUTCDay();
  if (weekday === 0 || weekday === 6) at.setUTCDate(at.getUTCDate() - (weekday === 0 ? 2 : 1));
  const hour = at.getUTCHours();
  // Minutes vary with the moment itself, so that not everything happens on the hour.
  if (hour < 8) at.setUTCHours(8 + (hour % 3));
  if (hour > 16) at.setUTCHours(13 + (hour % 4));
  return at.getTime();
}

/** Some minutes that differ from step to step, so that a story does not happen on the minute. */
function spreadMs(key: string, index: number): number {
  const sum = [...key].reduce((total, letter) => total + letter.charCodeAt(0), index * 17);
  return (sum % 50) * 60_000;
}
