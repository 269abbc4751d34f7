import { HttpServerError, ResponseError } from '@libsql/hrana-client';

/**
 * A libSQL server that did not answer, or that took a transaction away: nothing of it was committed, and it is worth
 * another try. Its code is one of those that the write queue waits and tries again for.
 */
export class RemoteFault extends Error {
  override readonly name: string = 'RemoteFault';
  readonly code = 'SQLITE_BUSY_REMOTE';
}

/** Codes of what SQLite, or the server before it, has said about a statement, as against having lost it. */
const ofStatement = /^(SQLITE|SQL|ARGS)_/;

function isOfStatement(error: unknown): error is ResponseError {
  return error instanceof ResponseError && ofStatement.test(error.code ?? '');
}

/** Whether the server does not let us in: no other try will be any better. */
export function isForbidden(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof HttpServerError && [401, 403].includes(cause.status)) return true;
    if (cause instanceof ResponseError && cause.code?.startsWith('AUTH') === true) return true;
  }
  return false;
}

/** Whether it was that the libSQL server did not answer. */
export function isAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof RemoteFault) return true;
  return false;
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
  /** Of its own, whatever the fault was that led here: this is never worth a try that nobody asked for. */
  readonly code = 'SQLITE_OUTCOME_UNKNOWN';
}
