import { BatchCond, type HttpStream, type RowsResult } from '@libsql/hrana-client';
import { faultOf, RemoteFault } from './remote-fault.js';
import { statementOf } from './remote-statement.js';

export interface RemoteStatement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** A statement without parameters. */
export function plain(sql: string): RemoteStatement {
  return { sql, params: [] };
}

/**
 * Runs statements in one request, each only when the one before went well, and gives what the last one answers.
 *
 * @param within `transaction` runs nothing when there is none any more. A server takes a transaction away that is in the
 *   way of another for five seconds, says so once, and would then commit each further statement by itself.
 */
export async function runChain(
  stream: HttpStream,
  statements: readonly RemoteStatement[],
  within: 'transaction' | 'nothing',
): Promise<RowsResult> {
  const batch = stream.batch();
  let condition = within === 'transaction' ? BatchCond.not(BatchCond.isAutocommit(batch)) : null;
  const answers: Promise<RowsResult | undefined>[] = [];
  for (const { sql, params } of statements) {
    const step = batch.step();
    if (condition !== null) step.condition(condition);
    answers.push(step.query(statementOf(sql, params)));
    condition = BatchCond.ok(step);
  }
  // Watched from the start: they are rejected in the middle of the request, or never answered when it fails.
  const settled = Promise.allSettled(answers);
  try {
    await batch.execute();
  } catch (error) {
    const fault = faultOf(error);
    throw fault instanceof RemoteFault ? fault : new NothingRunError({ cause: fault });
  }
  const outcomes = await settled;
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw faultOf(outcome.reason);
  const last = outcomes.at(-1);
  if (last?.status === 'fulfilled' && last.value !== undefined) return last.value;
  throw new TransactionTakenError('The libSQL server has taken the transaction away.');
}

/** The server has said that there is no transaction any more: nothing of it was, or will be, committed. */
export class TransactionTakenError extends RemoteFault {}

/** One of the statements is none that the server understands: it has run none of them. */
export class NothingRunError extends Error {
  override readonly name = 'NothingRunError';

  constructor(options: ErrorOptions) {
    super('The libSQL server does not understand a statement.', options);
  }
}
