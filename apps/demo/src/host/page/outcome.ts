import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { HostError } from './host-api.js';
import type { HostWords } from './words.js';

/** What the last thing that a person did on a screen led to: a sentence, or a code when it went wrong. */
export class Outcome implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #told = '';
  #failure = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Waits for the work, and tells what `then` makes of it. */
  async of<T>(work: Promise<T>, then: (done: T) => string): Promise<void> {
    this.clear();
    try {
      this.#told = then(await work);
    } catch (error) {
      // As téo does it, and so the widget can attach it: the console tells what the person cannot see.
      console.error(error);
      this.#failure = error instanceof HostError ? error.code : 'ERR-NETWORK';
    }
    this.#host.requestUpdate();
  }

  clear(): void {
    this.#told = '';
    this.#failure = '';
    this.#host.requestUpdate();
  }

  render(words: HostWords): TemplateResult {
    return html`<div role="alert">${
      this.#failure === ''
        ? nothing
        : html`<div class="notice danger failure"><strong>${words.failure}</strong><span>${words.failureText}</span><code>${words.code(this.#failure)}</code></div>`
    }</div>
      <div role="status">${this.#told === '' ? nothing : html`<p class="notice">${this.#told}</p>`}</div>`;
  }
}
