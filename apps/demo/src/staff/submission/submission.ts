import { ApiError, ConnectionError, TimeoutError } from '@teo-support/sdk';
import type { LitElement, ReactiveController } from 'lit';
import type { Words } from '../locales/index.js';

/** Sends a form once at a time and holds what went wrong: at the fields, and in words above the button. */
export class Submission implements ReactiveController {
  readonly #host: LitElement;
  sending = false;
  /** What went wrong, in the reader's language. */
  message: string | null = null;
  /** Whether the ticket had changed since it was last looked at. */
  conflict = false;
  /** What to quote to the team that runs the server. */
  requestId: string | null = null;
  #fields: ReadonlyMap<string, string> = new Map();

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** What is wrong at a JSON pointer such as `/steps/2`. */
  at(pointer: string): string | undefined {
    return this.#fields.get(pointer);
  }

  /** What is wrong with anything under a pointer. */
  under(pointer: string): string | undefined {
    return this.at(pointer) ?? [...this.#fields].find(([place]) => place.startsWith(`${pointer}/`))?.[1];
  }

  /** Refuses before sending, with what is wrong at the fields. */
  refuse(fields: Readonly<Record<string, string>>): void {
    this.message = null;
    this.requestId = null;
    this.conflict = false;
    this.#fields = new Map(Object.entries(fields));
    void this.#focusProblem();
  }

  /**
   * Does the work.
   * @returns what it gave, or `null` when it failed; a second call while one is under way does nothing
   */
  async run<T>(work: () => Promise<T>, words: Words): Promise<T | null> {
    if (this.sending) return null;
    this.sending = true;
    this.message = null;
    this.requestId = null;
    this.conflict = false;
    this.#fields = new Map();
    this.#host.requestUpdate();
    try {
      return await work();
    } catch (error) {
      this.#tell(error, words);
      return null;
    } finally {
      this.sending = false;
      this.#host.requestUpdate();
      if (this.message !== null) void this.#focusProblem();
    }
  }

  /** Nothing to do: the state lives as long as the form. */
  hostConnected(): void {}

  #tell(error: unknown, words: Words): void {
    if (error instanceof ApiError) {
      this.conflict = error.code === 'version-conflict';
      this.message = this.conflict ? words.problem.conflict : error.message;
      this.requestId = error.status >= 500 ? error.requestId : null;
      this.#fields = new Map(error.errors.map((problem) => [problem.pointer, problem.detail]));
      return;
    }
    const noAnswer = error instanceof ConnectionError || error instanceof TimeoutError;
    this.message = noAnswer ? words.problem.sending : words.problem.unknown;
  }

  async #focusProblem(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const place = this.#host.renderRoot.querySelector('[aria-invalid="true"]');
    if (place instanceof HTMLElement) place.focus();
  }
}
