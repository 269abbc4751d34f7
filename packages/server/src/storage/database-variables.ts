import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { DatabaseAddress } from './database-address.js';

const databaseUrl = z
  .string()
  .regex(
    /^(file:.|https?:\/\/.|libsql:\/\/.)/,
    'must be a file, e.g. file:./data/support.db, or a libSQL server, e.g. https://db.example.fr',
  )
  .transform((value) => {
    if (!value.startsWith('file:')) return value;
    const path = value.replace(/^file:(\/\/)?/, '');
    return pathToFileURL(isAbsolute(path) ? path : resolve(path)).href;
  });

/** What of the environment says where the database is. */
export const databaseVariables = {
  DATABASE_URL: databaseUrl,
  DATABASE_TOKEN: z.string().min(1).optional(),
};

/** Where the database is, by variables that were read. */
export function databaseIn(read: {
  readonly DATABASE_URL: string;
  readonly DATABASE_TOKEN?: string | undefined;
}): DatabaseAddress {
  return { url: read.DATABASE_URL, token: read.DATABASE_TOKEN };
}
