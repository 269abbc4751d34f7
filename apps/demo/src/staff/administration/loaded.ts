import { AbortedError } from '@teo-support/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a page shows: loaded at first, and looked at again without taking the shown away. */
export class Loaded<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #load: (signal: AbortSignal) => Promise<T>;
  #call: AbortController | null = null;
  value: T | null = null;
  /** Why nothing can be shown. What was shown before stays when it cannot be brought up to date. */
  error: unknown = null;

  constructor(host: ReactiveControllerHost, load: (signal: AbortSignal) => Promise<T>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  /** @returns whether it came, and was not overtaken by another call */
  async load(): Promise<boolean> {
    this.#call?.abort();
    const call = new AbortController();
    this.#call = call;
    this.error = null;
    this.#host.requestUpdate();
    try {
      const value = await this.#load(call.signal);
      if (call.signal.aborted) return false;
      this.value = value;
      return true;
    } catch (error) {
      if (error instanceof AbortedError || call.signal.aborted) return false;
      this.error = error;
      return false;
    } finally {
      this.#host.requestUpdate();
    }
  }

  hostDisconnected(): void {
    this.#call?.abort();
  }
}
