import { canonicalJson, type Json } from '@teo-support/core';
import { idempotencyKeyDays } from '@teo-support/core/contract';
import { and, eq, lt, sql } from 'drizzle-orm';
import {
  idempotencyKeys,
  placeholdersOf,
  prepared,
  preparedRows,
  sha256,
  type Transaction,
} from '../storage/index.js';
import { ProblemError } from './problem-error.js';

/** A request that its caller may send again without doing it twice. */
export interface Intention {
  readonly key: string;
  /** The operation that the key was sent with. */
  readonly operation: string;
  /** Digest of everything that makes the request what it is: operation, address and body. */
  readonly fingerprint: string;
}

/** What a request led to. No answer is stored: the history gives it again, up to this version. */
export interface Outcome {
  /** Id of the ticket or file that the answer shows. */
  readonly id: string;
  /** How many events the ticket had then; 0 for what has no history. */
  readonly version: number;
}

/** An outcome that was reached before, and when. */
export interface EarlierOutcome extends Outcome {
  readonly at: number;
}

export interface Attempt<T> {
  /** Whose key it is: one person's keys are none of another's. */
  readonly caller: string;
  /** `null` when no key was sent: then nothing is remembered. */
  readonly intention: Intention | null;
  readonly now: number;
  /** Does it for the first time. When it throws, nothing is remembered and the key stays free. */
  first(): Promise<{ readonly outcome: Outcome; readonly result: T }>;
  /** Finds again what the first time led to; `null` when it is no longer there. */
  again(earlier: EarlierOutcome): Promise<T | null>;
}

/** How long a key is remembered, in milliseconds. */
const keptMs = idempotencyKeyDays * 86_400_000;

const forgetBefore = prepared((db) =>
  db
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, sql.placeholder('before')))
    .prepare(),
);
const findKey = prepared((db) =>
  db
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.caller, sql.placeholder('caller')),
        eq(idempotencyKeys.key, sql.placeholder('key')),
      ),
    )
    .prepare(),
);
const insertKeys = preparedRows(placeholdersOf(idempotencyKeys), (db, rows) =>
  db.insert(idempotencyKeys).values(rows).prepare(),
);

/** When the keys of a database were last looked through, by the clock that is handed in. */
const lookedThrough = new WeakMap<Transaction, number>();

/** Old keys go once an hour: who comes with one before that is told apart by its age. */
async function forgetOldKeys(tx: Transaction, now: number): Promise<void> {
  const last = lookedThrough.get(tx);
  if (last !== undefined && last <= now && now < last + 3_600_000) return;
  await forgetBefore(tx).run({ before: now - keptMs });
  lookedThrough.set(tx, now);
}

/**
 * Does something once per key. Key and effect are one transaction, so a crash leaves both or neither; writes of the
 * process run one after the other, so of requests in parallel the second finds the key of the first.
 */
export async function once<T>(tx: Transaction, attempt: Attempt<T>): Promise<T> {
  const { caller, intention, now } = attempt;
  if (intention === null) return (await attempt.first()).result;
  await forgetOldKeys(tx, now);
  const earlier = await findKey(tx).get({ caller, key: intention.key });
  if (earlier !== undefined) {
    if (earlier.createdAt < now - keptMs) return forgetAndDo(tx, attempt, intention);
    if (earlier.fingerprint !== intention.fingerprint) throw new ProblemError('idempotency-key-reused');
    const result = await attempt.again({
      id: earlier.outcomeId,
      version: earlier.outcomeVersion,
      at: earlier.createdAt,
    });
    return result ?? forgetAndDo(tx, attempt, intention);
  }
  return doFirst(tx, attempt, intention);
}

/** What is first tried together with others; one without a key is remembered by nobody. */
export type Try = Pick<Attempt<unknown>, 'caller' | 'intention' | 'now'>;

const findKeys = prepared((db) =>
  db
    .select({ caller: idempotencyKeys.caller, key: idempotencyKeys.key })
    .from(idempotencyKeys)
    .where(
      sql`(${idempotencyKeys.caller}, ${idempotencyKeys.key}) in (select value ->> 0, value ->> 1 from json_each(${sql.placeholder('keys')}))`,
    )
    .prepare(),
);

/** Of some tries, in their order, whether each is the first with its key. All others go by `once`. */
export async function areFirst(tx: Transaction, tries: readonly Try[]): Promise<boolean[]> {
  const [one] = tries;
  if (one === undefined) return [];
  await forgetOldKeys(tx, one.now);
  const pairs = tries.flatMap(({ caller, intention }) =>
    intention === null ? [] : [[caller, intention.key]],
  );
  const taken = new Set<string>();
  for (const { caller, key } of await findKeys(tx).all({ keys: JSON.stringify(pairs) })) {
    taken.add(JSON.stringify([caller, key]));
  }
  return tries.map(({ caller, intention }) => {
    if (intention === null) return true;
    const pair = JSON.stringify([caller, intention.key]);
    if (taken.has(pair)) return false;
    taken.add(pair);
    return true;
  });
}

/** Notes what first tries have led to, for when they are tried again. */
export async function rememberAll(
  tx: Transaction,
  reached: readonly (Try & { readonly outcome: Outcome })[],
): Promise<void> {
  const rows = reached.flatMap(({ caller, intention, now, outcome }) =>
    intention === null
      ? []
      : [{ caller, outcomeId: outcome.id, outcomeVersion: outcome.version, createdAt: now, ...intention }],
  );
  for (const { statement, values } of insertKeys(tx, rows)) await statement.run(values);
}

/** What the key stood for is over, or no longer there. */
async function forgetAndDo<T>(tx: Transaction, attempt: Attempt<T>, intention: Intention): Promise<T> {
  await tx
    .delete(idempotencyKeys)
    .where(and(eq(idempotencyKeys.caller, attempt.caller), eq(idempotencyKeys.key, intention.key)));
  return doFirst(tx, attempt, intention);
}

async function doFirst<T>(
  tx: Transaction,
  { caller, now, first }: Attempt<T>,
  intention: Intention,
): Promise<T> {
  const { outcome, result } = await first();
  await rememberAll(tx, [{ caller, intention, now, outcome }]);
  return result;
}

/** The key of a request's header; `null` when there is none. */
export function readIdempotencyKey(header: string | undefined): string | null {
  if (header === undefined || header.trim() === '') return null;
  // The draft (draft-ietf-httpapi-idempotency-key-header) writes a quoted string; most clients send it bare.
  const key = /^"?([\x21\x23-\x7e]{8,128})"?$/.exec(header.trim())?.[1];
  if (key === undefined) throw new ProblemError('idempotency-key-invalid');
  return key;
}

/** The digest that tells whether a repeated key means the same request. */
export function fingerprintOf(
  operation: string,
  address: Readonly<Record<string, string>>,
  body: Json,
): string {
  return sha256(canonicalJson({ operation, address, body }));
}
