/** How much of a server a client may take before it has asked for anything. */
export interface ConnectionLimits {
  /** How long the header of a request may take to come, in milliseconds. */
  readonly headerMs: number;
  /** How long the whole request may take to come: the largest upload, on a slow line. */
  readonly requestMs: number;
  /** How often the two are looked at. */
  readonly lookEveryMs: number;
  /** How large the header may be, with its first line. */
  readonly headerBytes: number;
  /** How many fields it may have. */
  readonly headerFields: number;
  /** How long a connection is kept for another request: longer than balancers do, so that they are who ends it. */
  readonly keepAliveMs: number;
  /** How many connections may wait to be taken: those beyond are cut by the system. It has a bound of its own, too. */
  readonly waiting: number;
}

/**
 * Ten MiB in two minutes is 0.7 Mbit/s. Balancers keep connections for 60 s. As many connections wait as Linux lets
 * (`net.core.somaxconn`), rather than Node.js's own 511: a thousand people may come at once.
 */
export const usualLimits: ConnectionLimits = {
  headerMs: 15_000,
  requestMs: 120_000,
  lookEveryMs: 5_000,
  headerBytes: 16 * 1024,
  headerFields: 100,
  keepAliveMs: 65_000,
  waiting: 4096,
};
