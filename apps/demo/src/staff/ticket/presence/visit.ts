import type { PresentDoing, SupportClient } from '@teo-support/sdk';

/** Said again in time for the lease, of which the contract says how long it is, and for a lost request. */
const sayAgainMs = 20_000;
/** Whoever has written nothing for so long reads. */
const writingMs = 30_000;

/**
 * Tells the team that this window shows a ticket, and whether something is being written there. Nothing depends on it, so
 * what cannot be told is left for the next time.
 */
export class Visit {
  readonly #id = crypto.randomUUID();
  readonly #tickets: () => SupportClient['staff']['tickets'];
  #ticketId: string | null = null;
  #doing: PresentDoing = 'reading';
  #again: ReturnType<typeof setInterval> | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(tickets: () => SupportClient['staff']['tickets']) {
    this.#tickets = tickets;
  }

  /** Begins with a ticket; ends with the one before. A window that nobody sees shows nothing. */
  begin(ticketId: string): void {
    this.end();
    document.addEventListener('visibilitychange', this.#visibilityChanged);
    this.#ticketId = ticketId;
    if (document.visibilityState === 'visible') this.#show();
  }

  /** Something was written just now. */
  writes(doing: PresentDoing): void {
    if (this.#ticketId === null) return;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#change('reading'), writingMs);
    this.#change(doing);
  }

  /** What was written is sent, or given up. */
  pauses(): void {
    clearTimeout(this.#pause);
    if (this.#ticketId !== null) this.#change('reading');
  }

  end(): void {
    document.removeEventListener('visibilitychange', this.#visibilityChanged);
    this.#hide();
    this.#ticketId = null;
  }

  #change(doing: PresentDoing): void {
    if (doing === this.#doing) return;
    this.#doing = doing;
    this.#say();
  }

  #show(): void {
    this.#doing = 'reading';
    this.#say();
    this.#again = setInterval(() => this.#say(), sayAgainMs);
  }

  #hide(): void {
    clearInterval(this.#again);
    clearTimeout(this.#pause);
    if (this.#again === undefined || this.#ticketId === null) return;
    this.#again = undefined;
    this.#tickets().endPresence(this.#ticketId, this.#id).catch(notTold);
  }

  readonly #visibilityChanged = () => {
    if (document.visibilityState === 'visible' && this.#again === undefined) this.#show();
    if (document.visibilityState === 'hidden') this.#hide();
  };

  #say(): void {
    if (this.#ticketId === null) return;
    this.#tickets().announcePresence(this.#ticketId, this.#id, { doing: this.#doing }).catch(notTold);
  }
}

/** The lease ends by itself, and the next attempt comes soon: there is nothing that anybody could do about it. */
function notTold(): void {}
