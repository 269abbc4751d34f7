import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { Handler } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** A name that carries the hash of its content, as the bundler makes them: it never changes, so it is never asked again. */
const hashedName = /-[A-Z0-9]{8}\.js$/;

interface Served {
  readonly changedAt: number;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

/** Serves the files of one folder, and of nowhere else. */
export function staticFiles(prefix: string, folder: string): Handler {
  const root = resolve(folder) + sep;
  const known = new Map<string, Served>();

  return async (c) => {
    const path = resolve(root, decodePath(c.req.path.slice(prefix.length)));
    const type = types[extname(path)];
    const served = path.startsWith(root) && type !== undefined ? await read(path, known) : null;
    if (served === null || type === undefined) return c.notFound();
    const headers = {
      etag: served.etag,
      'cache-control': hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
    };
    // The weak prefix comes with compression on the way (RFC 9110, 13.1.2: If-None-Match compares weakly).
    const held = c.req.header('if-none-match')?.replaceAll('W/', '').split(/,\s*/) ?? [];
    if (held.includes(served.etag)) return c.body(null, 304, headers);
    return c.body(served.content, 200, { ...headers, 'content-type': type });
  };
}

async function read(path: string, known: Map<string, Served>): Promise<Served | null> {
  try {
    const changedAt = (await stat(path)).mtimeMs;
    const held = known.get(path);
    if (held?.changedAt === changedAt) return held;
    const content = new Uint8Array(await readFile(path));
    const digest = createHash('sha256').update(content).digest('base64url').slice(0, 22);
    const served = { changedAt, content, etag: `"${digest}"` };
    known.set(path, served);
    return served;
  } catch {
    return null;
  }
}

/** An address that is not valid percent-encoding names no file. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
