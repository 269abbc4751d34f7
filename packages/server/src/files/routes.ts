import { createHash } from 'node:crypto';
import { bodyLimitOf, type FileView, operations } from '@teo-support/core/contract';
import { and, eq, isNotNull, or } from 'drizzle-orm';
import type { Context, Hono } from 'hono';
import { v7 as uuid } from 'uuid';
import { invalidAt, mount, once, ProblemError, readBytes } from '../http/index.js';
import { callerOf, type Identity, ownUploads, ticketScope } from '../identity/index.js';
import type { Database } from '../storage/index.js';
import { displayName } from './file-name.js';
import { drawAnew } from './pictures/draw-anew.js';
import { pictureTypeOf } from './pictures/picture-type.js';
import type { FileStore } from './store.js';
import { files } from './tables.js';

/** Uploading and seeing images. */
export function fileRoutes(
  app: Hono,
  db: Database,
  store: FileStore,
  now: () => number,
  identity: Identity,
): void {
  mount(app, 'uploadFile', identity.asPerson, async ({ viewer, c, intention }) => {
    const content = await readBytes(c, bodyLimitOf(operations.uploadFile));
    const mediaType = await pictureTypeOf(content);
    if (mediaType === null) throw new ProblemError('unsupported-media-type');
    const picture = await drawAnew(content, mediaType);
    const row = {
      id: uuid(),
      digest: await store.put(picture),
      mediaType,
      bytes: picture.byteLength,
      name: displayName(nameIn(c)),
      uploaderId: viewer.actor.id,
      createdAt: now(),
    };
    return db.write((tx) =>
      once<FileView>(tx, {
        caller: callerOf(viewer),
        intention: intention({ sent: createHash('sha256').update(content).digest('hex'), name: row.name }),
        now: row.createdAt,
        async first() {
          await tx.insert(files).values(row);
          return { outcome: { id: row.id, version: 0 }, result: viewOf(row) };
        },
        async again({ id }) {
          const [known] = await tx.select().from(files).where(eq(files.id, id));
          return known === undefined ? null : viewOf(known);
        },
      }),
    );
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

function viewOf({
  id,
  name,
  mediaType,
  bytes,
  digest,
}: Omit<typeof files.$inferSelect, 'ticketId' | 'organizationId'>): FileView {
  return { id, name, mediaType, bytes, digest };
}

function nameIn(c: Context): string {
  const header = c.req.header('x-file-name') ?? '';
  try {
    return decodeURIComponent(header);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw invalidAt('/X-File-Name', 'invalid_file_name', (words) => words.invalidFileName);
  }
}
