import type { FaqSearchRecord } from '@teo-support/core/contract';

/** What was asked and what it showed, best first. */
export interface Asked {
  readonly q: string;
  readonly module: FaqSearchRecord['module'];
  readonly shown: readonly string[];
}

/** Shorter than that, nobody has asked anything yet. */
const shortest = 3;
/** As many articles as the API takes. */
const most = 20;

/**
 * What one person asks, from the first letter until it is over. What is typed is one question as long as nothing was opened:
 * letters that are added make it clearer, and letters that are taken off its end do not make it another one.
 */
export class Question {
  /** What is on the screen. */
  #now: Asked | null = null;
  /** What will be told. */
  #told: Asked | null = null;
  #opened: string[] = [];

  /** Takes in what is on the screen from now on. @returns the question before it, if it is over by that */
  saw(asked: Asked): FaqSearchRecord | null {
    const over = this.#opened.length > 0 && asked.q !== this.#told?.q ? this.end('left') : null;
    this.#now = asked;
    if (this.#told === null || !this.#told.q.startsWith(asked.q)) this.#told = asked;
    return over;
  }

  opened(articleId: string): void {
    if (this.#now !== null) this.#told = this.#now;
    if (!this.#opened.includes(articleId)) this.#opened.push(articleId);
  }

  /**
   * The question is over. What is still on the screen may be asked again.
   * @returns what is to be told of it, or `null` when there was none
   */
  end(outcome: FaqSearchRecord['outcome'], solvedBy?: string): FaqSearchRecord | null {
    const told = this.#told ?? (outcome === 'left' ? null : this.#now);
    const opened = this.#opened.slice(0, most);
    this.#told = null;
    this.#opened = [];
    if (told === null || told.q.trim().length < shortest) return null;
    const { q, module, shown } = told;
    return {
      q,
      ...(module === undefined ? {} : { module }),
      shown: shown.slice(0, most),
      opened,
      outcome,
      ...(solvedBy === undefined ? {} : { solvedBy }),
    };
  }

  /** Nothing is asked any more. */
  forget(): FaqSearchRecord | null {
    const over = this.end('left');
    this.#now = null;
    return over;
  }
}
