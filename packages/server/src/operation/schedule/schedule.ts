/** Calls back again and again until it is told to stop. Injected, so that tests say when. */
export interface Timer {
  /** @returns the function that ends it */
  every(intervalMs: number, run: () => void): () => void;
}

/** The timer of the machine. It does not keep a process alive that has nothing else to do. */
export const machineTimer: Timer = {
  every(intervalMs, run) {
    const interval = setInterval(run, intervalMs);
    interval.unref();
    return () => clearInterval(interval);
  },
};

export interface ScheduleOptions {
  /** Does a small part of what is due, and tells whether it is worth asking again at once. */
  readonly work: () => Promise<boolean>;
  readonly timer: Timer;
  readonly intervalMs: number;
  /** Is told of work that failed. It is tried again at the next turn. */
  readonly report: (error: unknown) => void;
}

/** Does what is due: at the start, which makes up for a time of rest, and then regularly. Never twice at once. */
export class Schedule {
  readonly #options: ScheduleOptions;
  #endTimer: (() => void) | null = null;
  #turn: Promise<void> | null = null;
  #stopped = false;

  constructor(options: ScheduleOptions) {
    this.#options = options;
  }

  /** Begins with a turn at once. Settles when that one is over. */
  start(): Promise<void> {
    const { timer, intervalMs } = this.#options;
    this.#endTimer ??= timer.every(intervalMs, () => void this.run());
    return this.run();
  }

  /** One turn: all that is due, part by part. While one goes on it is the answer to everyone who asks for one. */
  run(): Promise<void> {
    this.#turn ??= this.#work().finally(() => {
      this.#turn = null;
    });
    return this.#turn;
  }

  /** No further turns; settles when the one that goes on is over. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#endTimer?.();
    this.#endTimer = null;
    await this.#turn;
  }

  async #work(): Promise<void> {
    try {
      while (!this.#stopped && (await this.#options.work()));
    } catch (error) {
      this.#options.report(error);
    }
  }
}
