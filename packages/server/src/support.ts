import { setMaxListeners } from 'node:events';
import { eq } from 'drizzle-orm';
import { type Logger, pino } from 'pino';
import { createApp } from './app.js';
import type { Config } from './config.js';
import { PublishedFaq } from './faq/index.js';
import {
  Clamd,
  collectUnclaimed,
  type FileStore,
  heldFor,
  openFileStore,
  StoreWatch,
  scanHeld,
} from './files/index.js';
import { Deliveries, Feed } from './live/index.js';
import { errorRecord, Metrics, machineTimer, Schedule, type Timer, WritingWatch } from './operation/index.js';
import { requireStoredPolicies } from './service-level/index.js';
import { type Database, idempotencyKeys, openDatabase, type Transaction } from './storage/index.js';
import {
  countBacklog,
  countOverdue,
  mergeWords,
  wakeLateness,
  wakeTickets,
  workOnBacklog,
} from './tickets/index.js';

/** The running parts of the server, without a socket: what `serve` listens with, and what an embedding process mounts. */
export interface Support {
  /** @param env what `@hono/node-server` gives along: from it the address of the client is known */
  readonly fetch: (request: Request, env?: object) => Response | Promise<Response>;
  readonly db: Database;
  readonly store: FileStore;
  /** Gives tickets what the time gives them, alarms and closing, and collects files that none names. Started by whoever serves. */
  readonly schedule: Schedule;
  /** Has files looked through that are held. Each upload begins a turn of it; started by whoever serves, for the others. */
  readonly scanning: Schedule;
  readonly metrics: Metrics;
  /** From now on `/readyz` says no; everything else goes on. */
  announceStop(): void;
  /** Ends live streams, so that a server that stops does not wait for them. */
  endStreams(): void;
  /** Closes the database once what was accepted is written. */
  close(): Promise<void>;
}

/** Nothing is served under a policy that nobody knows. */
async function requirePolicies(db: Database, { policies }: Config): Promise<void> {
  try {
    await requireStoredPolicies(db.read, policies);
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** An alarm may come so much later than its instant. */
const wakeIntervalMs = 30_000;

/** What an hour adds to the indexes of words is opened by each search apart, until it is merged. */
const mergeIntervalMs = 3_600_000;

/** A file that is held waits so much longer than it need. */
const scanIntervalMs = 15_000;

/** As much as the largest filings take: the last corner of a page must not pass for room. */
const roomOfAFiling = 64 * 1024;

const caller = 'server';

async function writeSomething(tx: Transaction): Promise<void> {
  const filling = { operation: '', fingerprint: '-'.repeat(roomOfAFiling) };
  const unused = { outcomeId: '', outcomeVersion: 0, createdAt: 0 };
  // What a process left that ended in between says nothing: it is written anew.
  await takeItAway(tx);
  await tx.insert(idempotencyKeys).values({ caller, key: 'can-this-be-written', ...filling, ...unused });
}

async function takeItAway(tx: Transaction): Promise<void> {
  await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.caller, caller));
}

/** Opens the database and builds the application on it. */
export async function createSupport(
  config: Config,
  now: () => number = Date.now,
  logger: Logger = pino({ level: config.logLevel }),
  timer: Timer = machineTimer,
  elapsed: () => number = () => performance.now(),
): Promise<Support> {
  const metrics = new Metrics();
  const writing = new WritingWatch({
    tryToWrite: async () => {
      // One after the other: what is taken away before the commit would never need its room.
      await db.write(writeSomething);
      await db.write(takeItAway);
    },
    report: (sentence) => logger.warn(sentence),
  });
  const db: Database = await openDatabase({
    ...config.database,
    ticker: timer,
    report: (sentence) => logger.warn(sentence),
    committed(commit) {
      metrics.committed(commit);
      writing.committed();
    },
    failed(error) {
      metrics.commitFailed(error);
      writing.failed(error);
    },
  });
  await requirePolicies(db, config);
  const storeWatch = new StoreWatch({
    store: openFileStore(config.files),
    now,
    report: (sentence) => logger.warn(sentence),
  });
  const { store } = storeWatch;
  const deliveries = new Deliveries(elapsed);
  const report = (error: unknown) => logger.error({ err: error });
  const feed = new Feed(db, { now, deliveries, report });
  metrics.probe({
    waitingWrites: () => db.waiting(),
    liveListeners: () => feed.size,
    deliveryAgeMs: () => deliveries.age(),
    scheduleLatenessMs: () => wakeLateness(db.read, now()),
    canWrite: async () => ({
      database: writing.state === 'well',
      files: (await storeWatch.look()) === 'well',
    }),
    overdueTickets: () => countOverdue(db.read, now()),
    fileStoreAnswers: async () => (await storeWatch.look()) !== 'away',
    searchBacklog: () => countBacklog(db.read),
    filesHeldForMs: () => heldFor(db.read, now()),
  });
  const faq = new PublishedFaq(db);
  const ending = new AbortController();
  // As many as there are streams listen for the end, and that is no leak.
  setMaxListeners(0, ending.signal);
  let stopping = false;
  const running = { metrics, writing, elapsed, ending: ending.signal, stopping: () => stopping };
  const warn = (error: unknown) => logger.warn({ err: errorRecord(error) });
  const clamd = config.scanner === null ? null : new Clamd(config.scanner);
  const scanning = new Schedule({
    work: async () =>
      clamd !== null &&
      scanHeld({
        ...{ db, store, now, clamd, report: warn },
        scanned: (outcome) => metrics.scanned(outcome),
        warn: (sentence) => logger.warn(sentence),
      }),
    timer,
    intervalMs: scanIntervalMs,
    report,
  });
  const scans = clamd === null ? null : () => void scanning.run();
  const filesInUse = { db, store, limits: config.fileLimits, now, scans, report: warn };
  const app = createApp({ config, db, filesInUse, storeWatch, feed, faq, logger, now, ...running });
  // The first search need not wait for it; whatever goes wrong here is tried again by that one.
  void faq.catchUp().catch(report);
  const schedule = new Schedule({
    work: async () => {
      const more = await wakeTickets(db, { now: now(), policies: config.policies }, report);
      return (await collectUnclaimed(filesInUse)) || more;
    },
    timer,
    intervalMs: wakeIntervalMs,
    report,
  });
  const indexing = new Schedule({ work: () => workOnBacklog(db), timer, intervalMs: wakeIntervalMs, report });
  const merging = new Schedule({ work: () => mergeWords(db), timer, intervalMs: mergeIntervalMs, report });
  void indexing.start();
  void merging.start();
  return {
    fetch: (request, env) => app.fetch(request, env),
    db,
    store,
    schedule,
    scanning,
    metrics,
    announceStop: () => {
      stopping = true;
    },
    endStreams: () => ending.abort(),
    async close() {
      await schedule.stop();
      await scanning.stop();
      await indexing.stop();
      await merging.stop();
      await faq.stop();
      await db.close();
    },
  };
}
