import { fieldIssueMessage, rejectionMessage } from '@teo-support/core/messages';
import { en } from '@teo-support/core/messages/en';
import type { z } from 'zod';
import { type Config, readConfig } from '../config.js';
import { ProblemError, problemWords, RejectionError } from '../http/index.js';
import { type Database, openDatabase } from '../storage/index.js';

/** What the operator asked for cannot be done; its message says why, and there is nothing else to tell. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Runs a command on the configured database, also while a server runs on it. Refusals of the rules become sentences. */
export async function onDatabase<T>(command: (db: Database, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const db = await openDatabase({ ...config.database, besideServer: true });
  try {
    return await command(db, config);
  } catch (error) {
    throw inWords(error);
  } finally {
    await db.close();
  }
}

function inWords(error: unknown): unknown {
  if (error instanceof ProblemError) return new Refusal(problemWords.en[error.code].detail);
  if (!(error instanceof RejectionError)) return error;
  const { rejection } = error;
  if (rejection.code !== 'fields_invalid') return new Refusal(rejectionMessage(rejection, en));
  return new Refusal(
    rejection.issues.map((issue) => `${issue.path.join('.')}: ${fieldIssueMessage(issue, en)}`).join('\n'),
  );
}

/** The options of a command, held to the same schema as the request that would do the same. */
export function checked<S extends z.ZodType>(schema: S, options: unknown): z.output<S> {
  const read = schema.safeParse(options);
  if (read.success) return read.data;
  throw new Refusal(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
}

/** Lines of columns, each as wide as its widest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
