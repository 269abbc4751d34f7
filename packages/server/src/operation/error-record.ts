import { DrizzleQueryError } from 'drizzle-orm';

/** What the log keeps of an error. */
export interface ErrorRecord {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** Where it happened, innermost first. */
  readonly at: readonly string[];
  readonly cause?: ErrorRecord;
}

/**
 * An error as the log may hold it: what failed and where, and nothing of what anybody wrote. The library's message of
 * a failed query lists the query's parameters, which are people's words; the query itself has only places for them.
 */
export function errorRecord(error: unknown): ErrorRecord {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'Something was thrown that is no error.', at: [] };
  return {
    type: error.name,
    message: error instanceof DrizzleQueryError ? `Failed query: ${error.query}` : error.message,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    at: (error.stack ?? '').split('\n').flatMap((line) => /^\s+at (.+)$/.exec(line)?.[1] ?? []),
    ...(error.cause === undefined ? {} : { cause: errorRecord(error.cause) }),
  };
}
