import { and, eq, isNotNull, or } from 'drizzle-orm';
import { fileTypeFromBuffer } from 'file-type';
import type { Context, Hono } from 'hono';
import { v7 as uuid } from 'uuid';
import { mount, ProblemError, readBytes } from '../http/index.js';
import { type Identity, ownUploads, ticketScope } from '../identity/index.js';
import type { Database } from '../storage/index.js';
import { displayName } from './file-name.js';
import type { FileStore } from './store.js';
import { files } from './tables.js';

const mostBytes = 10 * 1024 * 1024;

/** What is accepted, told by content: pictures that browsers show and that cannot run. SVG is not one of them. */
const accepted: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

/** Uploading and seeing images. */
export function fileRoutes(
  app: Hono,
  db: Database,
  store: FileStore,
  now: () => number,
  identity: Identity,
): void {
  mount(app, 'uploadFile', identity.asPerson, async ({ viewer, c }) => {
    const content = await readBytes(c, mostBytes);
    const kind = await fileTypeFromBuffer(content);
    if (kind === undefined || !accepted.has(kind.mime)) throw new ProblemError('unsupported-media-type');
    const row = {
      id: uuid(),
      digest: await store.put(content),
      mediaType: kind.mime,
      bytes: content.byteLength,
      name: displayName(nameIn(c)),
      uploaderId: viewer.actor.id,
      createdAt: now(),
    };
    await db.write((tx) => tx.insert(files).values(row));
    const { id, name, mediaType, bytes, digest } = row;
    return { id, name, mediaType, bytes, digest };
  });

  mount(app, 'downloadFile', identity.asSignedIn, async ({ viewer, param }) => {
    const ofVisibleTicket = and(isNotNull(files.ticketId), ticketScope(viewer, files.organizationId));
    const [row] = await db.read
      .select()
      .from(files)
      .where(and(eq(files.id, param('fileId')), or(ownUploads(viewer, files), ofVisibleTicket)));
    if (row === undefined) throw new ProblemError('not-found');
    const content = await store.get(row.digest);
    return new Response(new Uint8Array(content), {
      headers: {
        'content-type': row.mediaType,
        'content-length': String(content.byteLength),
        'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(row.name ?? 'image')}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-site',
        'cache-control': 'private, max-age=3600',
      },
    });
  });
}

function nameIn(c: Context): string {
  const header = c.req.header('x-file-name') ?? '';
  try {
    return decodeURIComponent(header);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new ProblemError('invalid-request', {
      places: [{ pointer: '/X-File-Name', code: 'invalid_encoding', detail: 'encodeURIComponent(name)' }],
    });
  }
}
