import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** So long nobody types before what stands in a search box is looked for, in milliseconds. */
export const typingPauseMs = 250;

/** What stands in a search box while it is typed: it is looked for once the typing pauses. */
export class TypedSearch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #look: (text: string) => void;
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** What is not yet looked for; `null` when there is nothing of that. */
  pending: string | null = null;

  /** @param look looks for what was typed */
  constructor(host: ReactiveControllerHost, look: (text: string) => void) {
    this.#host = host;
    this.#look = look;
    host.addController(this);
  }

  /** To be told of the box's own `input`. */
  readonly type = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    clearTimeout(this.#typing);
    this.pending = target.value;
    this.#typing = setTimeout(() => this.#look(this.take(target.value)), typingPauseMs);
    this.#host.requestUpdate();
  };

  /**
   * Ends the typing, as something else looks for what stands there.
   * @returns what was typed, or else what is looked for already
   */
  take(known: string): string {
    clearTimeout(this.#typing);
    const text = this.pending ?? known;
    this.pending = null;
    return text;
  }

  hostDisconnected(): void {
    clearTimeout(this.#typing);
  }
}
