import { BlockList, isIP } from 'node:net';
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

const ownNetworks = new BlockList();
ownNetworks.addSubnet('127.0.0.0', 8);
ownNetworks.addSubnet('10.0.0.0', 8);
ownNetworks.addSubnet('172.16.0.0', 12);
ownNetworks.addSubnet('192.168.0.0', 16);
ownNetworks.addAddress('::1', 'ipv6');
ownNetworks.addSubnet('fc00::', 7, 'ipv6');

/** Whether an address can only be met within one's own network: a private one, or a name that no public DNS has. */
function isWithinOwnNetwork(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  if (family !== 0) return ownNetworks.check(host, family === 6 ? 'ipv6' : 'ipv4');
  return !host.includes('.') || /\.(localhost|internal|local|home\.arpa)$/.test(host);
}

/** What of these variables does not go together: a token must not cross the internet in the clear. */
export function databaseContradictions(environment: Readonly<Record<string, string | undefined>>): string[] {
  const { DATABASE_URL: url = '', DATABASE_TOKEN: token } = environment;
  if (token === undefined || !url.startsWith('http://') || !URL.canParse(url)) return [];
  if (isWithinOwnNetwork(new URL(url).hostname)) return [];
  return [
    'DATABASE_URL: must be https: when there is a token, which anybody on the way could read otherwise',
  ];
}
