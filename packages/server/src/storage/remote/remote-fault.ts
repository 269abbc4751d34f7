import { ResponseError } from '@libsql/hrana-client';

/**
 * A libSQL server that did not answer, or that took a transaction away: nothing of it was committed, and it is worth
 * another try. Its code is one of those that the write queue waits and tries again for.
 */
export class RemoteFault extends Error {
  override readonly name = 'RemoteFault';
  readonly code = 'SQLITE_BUSY_REMOTE';
}

/** Whether the server has refused a statement, as against having lost it, or never having heard of it. */
function isOfStatement(error: unknown): error is ResponseError {
  return error instanceof ResponseError && error.code?.startsWith('SQLITE_') === true;
}

/** What the client library throws, as an error of a database that the rest of the program knows. */
export function faultOf(error: unknown): unknown {
  if (error instanceof RemoteFault || isOfStatement(error)) return error;
  return new RemoteFault('The libSQL server did not carry the statement out.', { cause: error });
}

/**
 * A commit was sent, and neither its answer nor the server could be had: it is not known whether the unit was written.
 * Whoever asks again with the same idempotency key finds out, and does it once.
 */
export class UnknownOutcomeError extends Error {
  override readonly name = 'UnknownOutcomeError';
}
