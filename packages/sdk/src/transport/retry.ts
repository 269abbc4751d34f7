import { ApiError, ConnectionError, TimeoutError } from '../errors.js';

/** The longest wait that a server's Retry-After may ask for; beyond it the caller hears of the problem at once. */
const longestWaitMs = 30_000;
const firstWaitMs = 300;
const usualLimitMs = 8_000;

/**
 * How long to wait before trying again, or `null` when it is of no use.
 * @param attempt 0 for the first repetition
 * @param random from 0 up to 1, so that many clients do not come back at the same moment
 */
export function retryDelayMs(error: unknown, attempt: number, random: number): number | null {
  if (error instanceof ApiError) {
    if (error.status !== 429 && error.status < 500) return null;
    if (error.retryAfterMs !== null) return error.retryAfterMs <= longestWaitMs ? error.retryAfterMs : null;
  } else if (!(error instanceof ConnectionError) && !(error instanceof TimeoutError)) {
    return null;
  }
  return Math.min(usualLimitMs, firstWaitMs * 2 ** attempt) * (0.75 + random / 2);
}

/** Waits, unless the signal ends it first. */
export function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
    if (signal?.aborted) done();
  });
}
