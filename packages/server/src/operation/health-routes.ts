import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { StoreState } from '../files/index.js';
import type { Metrics } from './metrics.js';
import type { Writing } from './writing-watch.js';

export interface HealthOptions {
  /** Asks the database something small; rejects when it does not answer. */
  readonly askDatabase: () => Promise<unknown>;
  /** Whether it can be written. */
  readonly writing: () => Promise<Writing>;
  /** How the store of files was when it was looked at last. */
  readonly fileStore: () => Promise<StoreState>;
  /** Whether the server was told to stop: then it takes no new work, but still finishes what it has. */
  readonly stopping: () => boolean;
  readonly metrics: Metrics;
  /** Who brings this token may read the figures here; `null` closes them. */
  readonly metricsToken: string | null;
  readonly report: (error: unknown) => void;
}

/**
 * `/livez`: the process answers. `/readyz`: it should be given requests, because it is not about to stop and its
 * database answers; what does not work all the same stands in its text. `/metrics`: the figures, for who has the token.
 */
export function healthRoutes(app: Hono, options: HealthOptions): void {
  app.get('/livez', (c) => c.text('ok'));

  app.get('/readyz', async (c) => {
    c.header('cache-control', 'no-store');
    if (options.stopping()) return c.text('stopping', 503);
    try {
      await options.askDatabase();
      // Told, and no reason to be given no requests: everything can be read, and no other process has more room or files.
      const wrong = [ofDatabase[await options.writing()], ofFiles[await options.fileStore()]].filter(isSaid);
      return c.text(['ok', ...wrong].join(', but '));
    } catch (error) {
      options.report(error);
      return c.text('database does not answer', 503);
    }
  });

  const { metrics, metricsToken } = options;
  if (metricsToken === null) return;
  app.get('/metrics', (c) =>
    bringsToken(c, metricsToken)
      ? metrics.answer()
      : c.text('the figures are for who has the token', 401, { 'www-authenticate': 'Bearer' }),
  );
}

const ofDatabase: Readonly<Record<Writing, string | null>> = {
  well: null,
  full: 'nothing can be written: no room is left on the disk',
  failing: 'nothing can be written: the database refuses it',
};

const ofFiles: Readonly<Record<StoreState, string | null>> = {
  well: null,
  full: 'files are refused: the file store has no room left',
  away: 'the file store does not answer',
};

const isSaid = (words: string | null): words is string => words !== null;

function bringsToken(c: Context, token: string): boolean {
  // Digests have the same length, and comparing them tells nothing by the time that it takes.
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(c.req.header('authorization') ?? ''), digest(`Bearer ${token}`));
}
