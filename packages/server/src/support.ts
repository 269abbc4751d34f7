import { pino } from 'pino';
import { createApp } from './app.js';
import type { Config } from './config.js';
import { FileStore } from './files/index.js';
import { type Database, openDatabase } from './storage/index.js';

/** The running parts of the server, without a socket: what `serve` listens with, and what an embedding process mounts. */
export interface Support {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly db: Database;
  readonly store: FileStore;
  /** Ends live streams, so that a server that stops does not wait for them. */
  endStreams(): void;
  /** Closes the database once what was accepted is written. */
  close(): Promise<void>;
}

/** Opens the database and builds the application on it. */
export async function createSupport(config: Config, now: () => number = Date.now): Promise<Support> {
  const db = await openDatabase({ url: config.databaseUrl });
  const store = new FileStore(config.filesDir);
  const ending = new AbortController();
  const logger = pino({ level: config.logLevel });
  const app = createApp({ config, db, store, logger, now, ending: ending.signal });
  return {
    fetch: (request) => app.fetch(request),
    db,
    store,
    endStreams: () => ending.abort(),
    close: () => db.close(),
  };
}
