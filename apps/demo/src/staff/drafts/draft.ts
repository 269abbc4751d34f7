import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DraftStore } from './draft-store.js';

interface Place {
  readonly drafts: DraftStore;
  readonly ticketId: string;
}

/** What stands in one form, kept from the first keystroke until it was sent: over errors, reloads and sign-ins. */
export class Draft<T extends object> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #form: string;
  readonly #empty: () => T;
  readonly #read: (stored: unknown) => T | null;
  readonly #place: () => Place;
  #at = '';
  #value: T | null = null;
  /** Whether something is written that was not sent. */
  kept = false;

  /**
   * @param form names the form within its ticket
   * @param empty what stands in it at first
   * @param read checks what was stored, as storage may hold anything
   */
  constructor(
    host: ReactiveControllerHost,
    form: string,
    options: { place: () => Place; empty: () => T; read: (stored: unknown) => T | null },
  ) {
    this.#host = host;
    this.#form = form;
    this.#empty = options.empty;
    this.#read = options.read;
    this.#place = options.place;
    host.addController(this);
  }

  get value(): T {
    const { ticketId, drafts } = this.#place();
    if (this.#value === null || this.#at !== ticketId) {
      const stored = this.#read(drafts.read(ticketId, this.#form));
      this.#at = ticketId;
      this.kept = stored !== null;
      this.#value = stored ?? this.#empty();
    }
    return this.#value;
  }

  change(part: Partial<T>): void {
    const { ticketId, drafts } = this.#place();
    this.#value = { ...this.value, ...part };
    this.kept = true;
    drafts.write(ticketId, this.#form, this.#value);
    this.#host.requestUpdate();
  }

  /** It was sent: the form is as new, unless more was written meanwhile. */
  clear(sent: T): void {
    if (this.value !== sent) return;
    const { ticketId, drafts } = this.#place();
    drafts.clear(ticketId, this.#form);
    this.#value = this.#empty();
    this.kept = false;
    this.#host.requestUpdate();
  }

  /** Asked anew for each ticket, by `value`. */
  hostConnected(): void {
    this.#value = null;
  }
}

/** The stored text of one name, or `null` when nothing usable is stored. */
export function storedText(stored: unknown, name: string): string | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const value: unknown = Reflect.get(stored, name);
  return typeof value === 'string' ? value : null;
}

/** Reads back a draft that is one text. */
export function readText(stored: unknown): { readonly text: string } | null {
  const text = storedText(stored, 'text');
  return text === null ? null : { text };
}
