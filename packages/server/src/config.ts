import { type Policies, publishedPolicies } from '@teo-support/core';
import { z } from 'zod';
import {
  type ClamdOptions,
  type FileLimits,
  type FilesPlace,
  fileLimitsIn,
  filesContradictions,
  filesPlaceIn,
  filesVariables,
  scannerIn,
} from './files/index.js';
import type { RateLimits } from './http/index.js';
import {
  contradictionsIn,
  identityVariables,
  issuersIn,
  type OpenIdOptions,
  openIdIn,
  type RequesterIssuer,
  repeatedIssuers,
} from './identity/index.js';
import { type ReadPolicies, readPolicyFile } from './service-level/index.js';
import {
  type DatabaseAddress,
  databaseContradictions,
  databaseIn,
  databaseVariables,
} from './storage/index.js';

/** How the server is set up. Everything comes from the environment; no secret has a default. */
export interface Config {
  readonly database: DatabaseAddress;
  /** Where uploaded files are kept. */
  readonly files: FilesPlace;
  /** What they may take. */
  readonly fileLimits: FileLimits;
  /** What looks through them for viruses; `null` where nothing does. */
  readonly scanner: ClamdOptions | null;
  readonly port: number;
  readonly host: string;
  /** What the API calls itself in its documents, and whether cookies are for https only. */
  readonly publicUrl: string;
  /** Where the team's view stands: password links lead there. */
  readonly staffUrl: string;
  /** The host products whose téomasters are let in. */
  readonly requesterIssuers: readonly RequesterIssuer[];
  /** The team's OpenID provider, or `null` when people sign in with a password only. */
  readonly openId: OpenIdOptions | null;
  /** How many proxies of our own every request passes: what they add to `X-Forwarded-For` is believed. */
  readonly trustedProxies: number;
  /** What the team commits to, now and in the past. */
  readonly policies: Policies;
  /** Origins other than our own whose pages may embed the widget. */
  readonly allowedOrigins: readonly string[];
  /** Port of its own for `/metrics`, or `null`: then only who has the token reads them on the usual one. */
  readonly metricsPort: number | null;
  readonly metricsToken: string | null;
  /** How long `/readyz` says no before the server stops taking connections, so that a balancer learns of it first. */
  readonly stopDelaySeconds: number;
  /** How many requests each identity, and each address that nobody is known behind, may make in a minute. */
  readonly rateLimits: RateLimits;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** A limit of requests; 0 lifts it. */
function perMinute(usual: number) {
  return z.coerce.number().int().min(0).max(1_000_000).default(usual);
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

const environmentSchema = z.object({
  ...databaseVariables,
  ...filesVariables,
  PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url().transform(withoutSlash).optional(),
  STAFF_URL: z.url().transform(withoutSlash).optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  ...identityVariables,
  SERVICE_POLICIES_FILE: z.string().min(1).optional(),
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((origin) => origin.trim())
        .filter((origin) => origin !== ''),
    ),
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  METRICS_TOKEN: z.string().min(8, 'must have at least 8 characters').optional(),
  STOP_DELAY_SECONDS: z.coerce.number().min(0).max(300).default(0),
  RATE_LIMIT_TEOMASTER: perMinute(600),
  RATE_LIMIT_KEY: perMinute(1200),
  RATE_LIMIT_STAFF: perMinute(1200),
  RATE_LIMIT_ADDRESS: perMinute(300),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** The names of all variables that are read. */
export const environmentNames: readonly string[] = Object.keys(environmentSchema.shape);

/** The published policy holds unless a file says otherwise. */
function policiesIn(path: string | undefined): ReadPolicies {
  return path === undefined || path === '' ? { ok: true, policies: publishedPolicies } : readPolicyFile(path);
}

/** What is wrong with the environment, all of it at once. Values are never repeated: they may be secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the configuration from environment variables, or says everything that is wrong with them. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = environmentSchema.safeParse(environment);
  const wrong = (read.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  wrong.push(
    ...databaseContradictions(environment),
    ...filesContradictions(environment),
    ...contradictionsIn(environment),
  );
  const requesterIssuers = read.success ? issuersIn(read.data) : [];
  wrong.push(...repeatedIssuers(requesterIssuers));
  const policies = policiesIn(environment.SERVICE_POLICIES_FILE);
  if (!policies.ok) wrong.push(...policies.problems.map((problem) => `SERVICE_POLICIES_FILE: ${problem}`));
  const files = read.success ? filesPlaceIn(read.data) : null;
  if (!read.success || !policies.ok || files === null || wrong.length > 0) {
    const lines = wrong.map((line) => `  ${line}`);
    throw new ConfigError(`The configuration is incomplete or wrong:\n${lines.join('\n')}`);
  }
  const given = read.data;
  const publicUrl = given.PUBLIC_URL ?? `http://${given.HOST}:${given.PORT}`;
  return {
    database: databaseIn(given),
    files,
    fileLimits: fileLimitsIn(given),
    scanner: scannerIn(given),
    port: given.PORT,
    host: given.HOST,
    publicUrl,
    staffUrl: given.STAFF_URL ?? `${publicUrl}/staff`,
    requesterIssuers,
    openId: openIdIn(given),
    trustedProxies: given.TRUSTED_PROXIES,
    policies: policies.policies,
    allowedOrigins: given.ALLOWED_ORIGINS,
    metricsPort: given.METRICS_PORT ?? null,
    metricsToken: given.METRICS_TOKEN ?? null,
    stopDelaySeconds: given.STOP_DELAY_SECONDS,
    rateLimits: {
      teomaster: given.RATE_LIMIT_TEOMASTER,
      key: given.RATE_LIMIT_KEY,
      staff: given.RATE_LIMIT_STAFF,
      address: given.RATE_LIMIT_ADDRESS,
    },
    logLevel: given.LOG_LEVEL,
  };
}
