import { AbortedError, type StaffListQuery, type SupportClient, type TicketSummary } from '@teo-support/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { typingPauseMs } from '../../search/typed-search.js';

/** How many are looked through for those that fit. */
const looked = 100;
/** How many are shown: who sees none of them right away types another word. */
const shown = 8;

/** Looks for tickets while one types. What was overtaken by another search is dropped. */
export class TicketSearch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => SupportClient;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #call: AbortController | null = null;
  #asked = '';
  found: readonly TicketSummary[] = [];
  /** How many fit, of which the first are `found`. */
  count = 0;
  searching = false;
  error: unknown = null;

  constructor(host: ReactiveControllerHost, client: () => SupportClient) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  /** Looks soon, unless that is what was looked for last. */
  look(key: string, query: StaffListQuery, fits: (ticket: TicketSummary) => boolean): void {
    if (this.#asked === key) return;
    const first = this.#asked === '';
    this.#asked = key;
    this.searching = true;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#search(query, fits), first ? 0 : typingPauseMs);
  }

  forget(): void {
    clearTimeout(this.#waiting);
    this.#call?.abort();
    this.searching = false;
    this.#asked = '';
    this.found = [];
    this.count = 0;
  }

  async #search(query: StaffListQuery, fits: (ticket: TicketSummary) => boolean): Promise<void> {
    this.#call?.abort();
    const call = new AbortController();
    this.#call = call;
    try {
      const page = await this.#client().staff.tickets.list(
        { ...query, limit: looked },
        { signal: call.signal },
      );
      const fitting = page.items.filter(fits);
      this.found = fitting.slice(0, shown);
      this.count = fitting.length;
      this.error = null;
    } catch (error) {
      if (error instanceof AbortedError || call.signal.aborted) return;
      this.error = error;
      this.found = [];
      this.count = 0;
    }
    this.searching = false;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    clearTimeout(this.#waiting);
    this.#call?.abort();
  }
}
