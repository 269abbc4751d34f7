import { type Logger, pino } from 'pino';
import { createApp } from './app.js';
import type { Config } from './config.js';
import { FileStore } from './files/index.js';
import { type Database, openDatabase } from './storage/index.js';
import { indexIfMissing } from './tickets/index.js';

/** The running parts of the server, without a socket: what `serve` listens with, and what an embedding process mounts. */
export interface Support {
  /** @param env what `@hono/node-server` gives along: from it the address of the client is known */
  readonly fetch: (request: Request, env?: object) => Response | Promise<Response>;
  readonly db: Database;
  readonly store: FileStore;
  /** Ends live streams, so that a server that stops does not wait for them. */
  endStreams(): void;
  /** Closes the database once what was accepted is written. */
  close(): Promise<void>;
}

/** Opens the database and builds the application on it. */
export async function createSupport(
  config: Config,
  now: () => number = Date.now,
  logger: Logger = pino({ level: config.logLevel }),
): Promise<Support> {
  const db = await openDatabase({ url: config.databaseUrl, report: (sentence) => logger.warn(sentence) });
  await indexIfMissing(db);
  const store = new FileStore(config.filesDir);
  const ending = new AbortController();
  const app = createApp({ config, db, store, logger, now, ending: ending.signal });
  return {
    fetch: (request, env) => app.fetch(request, env),
    db,
    store,
    endStreams: () => ending.abort(),
    close: () => db.close(),
  };
}
