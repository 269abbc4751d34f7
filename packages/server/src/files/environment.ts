import { resolve } from 'node:path';
import { z } from 'zod';
import { DiskFileStore } from './disk-store.js';
import type { FileLimits } from './limits.js';
import { S3FileStore, type S3Options } from './s3-store.js';
import { scannerVariables } from './scanning/environment.js';
import type { FileStore } from './store.js';

/** Where attached files are kept. */
export type FilesPlace =
  | { readonly kind: 'disk'; readonly folder: string }
  | ({ readonly kind: 's3' } & S3Options);

const text = z.string().min(1);

/** The variables about where attached files are kept. */
export const filesVariables = {
  FILES_DIR: text.transform((path) => resolve(path)).optional(),
  FILES_S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an http: or https: URL' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  FILES_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .optional(),
  FILES_S3_PREFIX: z
    .string()
    .regex(/^([\w-]+\/)*$/, 'must end with a slash, e.g. support/')
    .default(''),
  FILES_S3_REGION: text.default('us-east-1'),
  FILES_S3_ACCESS_KEY_ID: text.optional(),
  FILES_S3_SECRET_ACCESS_KEY: text.optional(),
  ...scannerVariables,
  FILES_VIDEO_MOST_MB: z.coerce.number().int().min(0).max(10_000).default(100),
  FILES_UNCLAIMED_HOURS: z.coerce.number().int().min(1).max(10_000).default(168),
  FILES_UNCLAIMED_MOST_MB: z.coerce.number().int().min(25).max(100_000).default(500),
} as const;

type Environment = Readonly<Record<string, string | undefined>>;
type Given = z.output<z.ZodObject<typeof filesVariables>>;

const neededForS3 = [
  'FILES_S3_ENDPOINT',
  'FILES_S3_BUCKET',
  'FILES_S3_ACCESS_KEY_ID',
  'FILES_S3_SECRET_ACCESS_KEY',
] as const;

/** What is missing or too much, seen over these variables; each line begins with the variable to change. */
export function filesContradictions(environment: Environment): string[] {
  const has = (name: keyof typeof filesVariables) => environment[name] !== undefined;
  if (!neededForS3.some(has))
    return has('FILES_DIR') ? [] : ['FILES_DIR: is needed, or else FILES_S3_BUCKET'];
  if (has('FILES_DIR')) return ['FILES_DIR: files are kept in a folder or in a bucket, not in both'];
  return neededForS3
    .filter((name) => !has(name))
    .map((name) => `${name}: is needed beside the other FILES_S3_ ones`);
}

/** Where files are kept, or nothing when the variables contradict each other. */
export function filesPlaceIn(given: Given): FilesPlace | null {
  if (given.FILES_DIR !== undefined) return { kind: 'disk', folder: given.FILES_DIR };
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: bucket } = given;
  const { FILES_S3_ACCESS_KEY_ID: accessKeyId, FILES_S3_SECRET_ACCESS_KEY: secretAccessKey } = given;
  if (endpoint === undefined || bucket === undefined) return null;
  if (accessKeyId === undefined || secretAccessKey === undefined) return null;
  const { FILES_S3_REGION: region, FILES_S3_PREFIX: prefix } = given;
  return { kind: 's3', endpoint, region, bucket, prefix, accessKeyId, secretAccessKey };
}

const mebibyte = 1024 * 1024;

/** What files may take. */
export function fileLimitsIn(given: Given): FileLimits {
  return {
    videoBytes: given.FILES_VIDEO_MOST_MB * mebibyte,
    unclaimedMs: given.FILES_UNCLAIMED_HOURS * 3_600_000,
    unclaimedBytes: given.FILES_UNCLAIMED_MOST_MB * mebibyte,
  };
}

export function openFileStore(place: FilesPlace): FileStore {
  return place.kind === 'disk' ? new DiskFileStore(place.folder) : new S3FileStore(place);
}
