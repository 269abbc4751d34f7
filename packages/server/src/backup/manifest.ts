import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BackupError } from './backup-error.js';

export const databaseName = 'support.db';
export const filesName = 'files';
const manifestName = 'manifest.json';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup holds, so that a restore can tell that it is whole. Digests are SHA-256, in hexadecimal. */
export const manifestSchema = z.strictObject({
  format: z.literal(1),
  /** ISO 8601, UTC. */
  madeAt: z.iso.datetime(),
  /** How many migrations the database has seen. */
  schema: z.int(),
  database: z.strictObject({ digest, bytes: z.int() }),
  tickets: z.int(),
  events: z.int(),
  /** Attached files, each under its digest. */
  files: z.array(z.strictObject({ digest, bytes: z.int() })),
});

export type Manifest = z.infer<typeof manifestSchema>;

export function manifestPath(folder: string): string {
  return join(folder, manifestName);
}

/** @throws {BackupError} when the folder is not a backup */
export async function readManifest(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(manifestPath(folder), 'utf8');
  } catch (cause) {
    throw new BackupError(`${folder} is not a backup: it has no ${manifestName}.`, { cause });
  }
  const read = manifestSchema.safeParse(parsed(text));
  if (!read.success)
    throw new BackupError(`The ${manifestName} of ${folder} is damaged, or of a newer version.`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
