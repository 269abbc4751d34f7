import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Reader } from '../../storage/index.js';
import type { FileRow, FilesPlaceInUse } from '../keep.js';
import { FileDamagedError, FileMissingError, FileStoreError } from '../store.js';
import { type FileScan, files } from '../tables.js';
import { BeyondScannerError, type Clamd, type Scanned, ScannerError } from './clamd.js';

/** How a look of the scanner ended, for whoever counts. */
export type ScanOutcome = Scanned['kind'] | 'failed';

export interface Scanning extends Pick<FilesPlaceInUse, 'db' | 'store' | 'now' | 'report'> {
  readonly clamd: Clamd;
  readonly scanned: (outcome: ScanOutcome) => void;
  /** Is told, in a sentence, that something was found. */
  readonly warn: (sentence: string) => void;
}

/** A process has so long to have a file looked through, before another may ask for the same. */
const leaseMs = 15 * 60_000;
const firstWaitMs = 15_000;
const longestWaitMs = 15 * 60_000;

/** How long a file waits that the scanner was asked about in vain so many times: twice as long each time, to a bound. */
export function waitAfter(tries: number): number {
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(tries, 20));
}

/** Files of before there was a scanner are taken up so many at a time: new ones do not wait behind all of them. */
const backlogBatch = 20;

const isUnscanned = and(eq(files.scan, 'none'), eq(files.state, 'available'));
const isHeld = and(eq(files.scan, 'held'), eq(files.state, 'available'));

/**
 * Has one file looked through that is held and due, and tells whether to go on at once. A file leaves this state by a
 * verdict alone: while the scanner is away it stays held, and is asked about again later. Once nothing is due, those
 * that were stored before there was a scanner have their turn.
 */
export async function scanHeld(scanning: Scanning): Promise<boolean> {
  const { clamd, store, report, scanned, warn } = scanning;
  const row = await takeOne(scanning);
  if (row === null) return takeUpUnscanned(scanning);
  try {
    const verdict = await clamd.scan(await store.read(row));
    await settle(scanning, row, { scan: verdict.kind });
    scanned(verdict.kind);
    if (verdict.kind === 'infected')
      warn(
        `The file ${row.id} is infected (${verdict.found}): it is kept under ${row.digest}, and given to nobody.`,
      );
    return true;
  } catch (error) {
    if (!isForeseen(error)) throw error;
    report(error);
    scanned('failed');
    const scanTries = row.scanTries + 1;
    await settle(scanning, row, { scanTries, scanDueAt: scanning.now() + waitAfter(row.scanTries) });
    // Where the fault lies with this file, the scanner may well look at the next one.
    return (
      error instanceof BeyondScannerError ||
      error instanceof FileMissingError ||
      error instanceof FileDamagedError
    );
  }
}

/** How long the file has been held that was sent first, in milliseconds; 0 when none is. */
export async function heldFor(reader: Reader, now: number): Promise<number> {
  const [oldest] = await reader
    .select({ at: sql<number | null>`min(max(${files.heldAt}, ${files.createdAt}))` })
    .from(files)
    .where(isHeld);
  return oldest?.at == null ? 0 : Math.max(0, now - oldest.at);
}

/** How many files nobody has looked through, as there was no scanner when they were stored. */
export async function countUnscanned(reader: Reader): Promise<number> {
  return reader.$count(files, isUnscanned);
}

/** How many files are held. */
export async function countHeld(reader: Reader): Promise<number> {
  return reader.$count(files, isHeld);
}

function isForeseen(error: unknown): boolean {
  return [ScannerError, FileStoreError, FileMissingError, FileDamagedError].some(
    (kind) => error instanceof kind,
  );
}

async function takeOne({ db, now: clock }: Scanning): Promise<FileRow | null> {
  const now = clock();
  const due = (reader: Reader) =>
    reader
      .select()
      .from(files)
      .where(and(isHeld, lte(files.scanDueAt, now)))
      .orderBy(asc(files.scanDueAt))
      .limit(1);
  // Looked at first: a transaction of nothing would be a commit all the same.
  if ((await due(db.read)).length === 0) return null;
  return db.write(async (tx) => {
    const [row] = await due(tx);
    if (row === undefined) return null;
    await tx
      .update(files)
      .set({ scanDueAt: now + leaseMs })
      .where(eq(files.id, row.id));
    return row;
  });
}

/**
 * Called when nothing is due, so that a scanner that is away, or busy, is never asked about all of them.
 * @returns whether there are some to look through now
 */
async function takeUpUnscanned({ db, now: clock }: Scanning): Promise<boolean> {
  const some = (reader: Reader) =>
    reader.select({ id: files.id }).from(files).where(isUnscanned).orderBy(asc(files.id)).limit(backlogBatch);
  if ((await some(db.read)).length === 0) return false;
  return db.write(async (tx) => {
    const now = clock();
    const ids = (await some(tx)).map(({ id }) => id);
    await tx.update(files).set({ scan: 'held', heldAt: now, scanDueAt: now }).where(inArray(files.id, ids));
    return ids.length > 0;
  });
}

type Settled = { readonly scan: FileScan } | { readonly scanTries: number; readonly scanDueAt: number };

async function settle({ db }: Scanning, { id }: FileRow, settled: Settled): Promise<void> {
  await db.write((tx) =>
    tx
      .update(files)
      .set(settled)
      .where(and(eq(files.id, id), eq(files.scan, 'held'))),
  );
}
