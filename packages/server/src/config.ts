import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** How the server is set up. Everything comes from the environment; no secret has a default. */
export interface Config {
  /** `file:` URL of the database. */
  readonly databaseUrl: string;
  /** Folder for uploaded files. */
  readonly filesDir: string;
  readonly port: number;
  readonly host: string;
  /** What the API calls itself in its documents, and whether cookies are for https only. */
  readonly publicUrl: string;
  readonly requesterToken: {
    readonly secret: Uint8Array;
    readonly issuer: string;
    readonly audience: string;
  };
  /** Origins other than our own whose pages may embed the widget. */
  readonly allowedOrigins: readonly string[];
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

const fileUrl = z
  .string()
  .regex(/^file:/, 'must be a file: URL, e.g. file:./data/support.db')
  .transform((value) => {
    const path = value.replace(/^file:(\/\/)?/, '');
    return pathToFileURL(isAbsolute(path) ? path : resolve(path)).href;
  });

const environmentSchema = z.object({
  DATABASE_URL: fileUrl,
  FILES_DIR: z
    .string()
    .min(1)
    .transform((path) => resolve(path)),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  REQUESTER_TOKEN_SECRET: z.string().min(32, 'must have at least 32 characters (RFC 7518, section 3.2)'),
  REQUESTER_TOKEN_ISSUER: z.url(),
  REQUESTER_TOKEN_AUDIENCE: z.string().min(1).default('teo-support'),
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((origin) => origin.trim())
        .filter((origin) => origin !== ''),
    ),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** What is wrong with the environment, all of it at once. Values are never repeated: they may be secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the configuration from environment variables, or says everything that is wrong with them. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = environmentSchema.safeParse(environment);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`The configuration is incomplete or wrong:\n${lines.join('\n')}`);
  }
  const given = read.data;
  return {
    databaseUrl: given.DATABASE_URL,
    filesDir: given.FILES_DIR,
    port: given.PORT,
    host: given.HOST,
    publicUrl: given.PUBLIC_URL ?? `http://${given.HOST}:${given.PORT}`,
    requesterToken: {
      secret: new TextEncoder().encode(given.REQUESTER_TOKEN_SECRET),
      issuer: given.REQUESTER_TOKEN_ISSUER,
      audience: given.REQUESTER_TOKEN_AUDIENCE,
    },
    allowedOrigins: given.ALLOWED_ORIGINS,
    logLevel: given.LOG_LEVEL,
  };
}
