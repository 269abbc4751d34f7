/**
 * How long what was committed has waited to be sent to those who listen: the age of the oldest event of which a connected
 * listener has not been told. It grows when a stream hangs, be it by a fault of ours or by a client that reads nothing.
 */
export class Deliveries {
  readonly #elapsed: () => number;
  readonly #open = new Set<Delivery>();

  /** @param elapsed the time that has passed since some moment, in milliseconds; no change of the clock moves it */
  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  /** In milliseconds; 0 when every listener has been sent everything. */
  age(): number {
    const since = Math.min(...[...this.#open].map((delivery) => delivery.behindSince));
    return since === Number.POSITIVE_INFINITY ? 0 : this.#elapsed() - since;
  }

  /** Follows one listener until `end`. */
  open(): Delivery {
    const delivery = new Delivery(this.#elapsed, () => this.#open.delete(delivery));
    this.#open.add(delivery);
    return delivery;
  }
}

/** What one listener still has to be sent. */
export class Delivery {
  readonly #elapsed: () => number;
  readonly end: () => void;
  #unread = Number.POSITIVE_INFINITY;
  #unsent = Number.POSITIVE_INFINITY;

  constructor(elapsed: () => number, end: () => void) {
    this.#elapsed = elapsed;
    this.end = end;
  }

  /** Since when something has waited. */
  get behindSince(): number {
    return Math.min(this.#unread, this.#unsent);
  }

  /** Something was committed, which may concern the listener. */
  committed(): void {
    this.#unread = Math.min(this.#unread, this.#elapsed());
  }

  /** The log is read from now on: what was committed until now will be found. */
  reading(): void {
    this.#unsent = this.behindSince;
    this.#unread = Number.POSITIVE_INFINITY;
  }

  /** All that was found has been sent, and there was no more. */
  sent(): void {
    this.#unsent = Number.POSITIVE_INFINITY;
  }
}
