import type { Problem, ProblemError, VersionConflict } from '@teo-support/core/contract';

/** The base of everything that this client throws on purpose. */
export class SupportError extends Error {
  override readonly name: string = 'SupportError';
}

/** The server answered with a problem (RFC 9457). `code` is stable; `message` is in the caller's language. */
export class ApiError extends SupportError {
  override readonly name: string = 'ApiError';
  readonly status: number;
  readonly code: string;
  /** What is wrong field by field, each with a JSON pointer into the request. */
  readonly errors: readonly ProblemError[];
  /** Quote it when you ask the team about this problem. */
  readonly requestId: string | null;
  /** Milliseconds after which the server wants to hear of this again, if it said so. */
  readonly retryAfterMs: number | null;

  constructor(
    problem: Pick<Problem, 'status' | 'code' | 'detail'> & Partial<Problem>,
    retryAfterMs: number | null,
  ) {
    super(problem.detail);
    this.status = problem.status;
    this.code = problem.code;
    this.errors = problem.errors ?? [];
    this.requestId = problem.requestId ?? null;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Someone else was quicker: the ticket has changed since the version that the call was to build on. */
export class VersionConflictError extends ApiError {
  override readonly name = 'VersionConflictError';
  /** The ticket as it is now, as the caller may see it. */
  readonly current: VersionConflict['current'];

  constructor(problem: VersionConflict) {
    super(problem, null);
    this.current = problem.current;
  }
}

/** No answer came: the network is down, or the server cannot be reached. What was sent may have happened. */
export class ConnectionError extends SupportError {
  override readonly name = 'ConnectionError';
}

/** No answer came in time. What was sent may have happened: repeat it with the same idempotency key. */
export class TimeoutError extends SupportError {
  override readonly name = 'TimeoutError';
}

/** The caller's own `AbortSignal` ended the call. */
export class AbortedError extends SupportError {
  override readonly name = 'AbortedError';
}
