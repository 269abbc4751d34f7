import { createHash } from 'node:crypto';
import { isPicture } from '@teo-support/core';
import { bodyLimitOf, type FileView, operations } from '@teo-support/core/contract';
import { and, eq, isNotNull, or } from 'drizzle-orm';
import type { Context, Hono } from 'hono';
import { v7 as uuid } from 'uuid';
import { invalidAt, mount, once, ProblemError, readBytes } from '../http/index.js';
import { callerOf, type Identity, ownUploads, ticketScope, type Viewer } from '../identity/index.js';
import type { Database } from '../storage/index.js';
import { accept } from './accept.js';
import { displayName } from './file-name.js';
import { serve } from './serve.js';
import { type FileStore, FileStoreError } from './store.js';
import { files } from './tables.js';

export interface FileRoutesOptions {
  readonly store: FileStore;
  readonly now: () => number;
  /** Is told why the store could not be used. */
  readonly report: (error: unknown) => void;
}

/** Uploading files, and having them back. */
export function fileRoutes(
  app: Hono,
  db: Database,
  identity: Identity,
  { store, now, report }: FileRoutesOptions,
): void {
  /** Callers are told what to do when the store is away, and the operator why it is. */
  async function orTryAgain<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (!(error instanceof FileStoreError)) throw error;
      report(error);
      throw new ProblemError('files-unavailable', { headers: { 'retry-after': '5' }, cause: error });
    }
  }

  mount(app, 'uploadFile', identity.asPerson, async ({ viewer, c, intention }) => {
    const content = await readBytes(c, bodyLimitOf(operations.uploadFile));
    const given = nameIn(c);
    const { mediaType, content: kept, thumbnail } = await accept(content, given);
    const row = {
      id: uuid(),
      digest: await orTryAgain(store.put(kept)),
      mediaType,
      bytes: kept.byteLength,
      thumbnailDigest: thumbnail === null ? null : await orTryAgain(store.put(thumbnail)),
      thumbnailBytes: thumbnail?.byteLength ?? null,
      name: displayName(given, mediaType),
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

  /** The row of a file that the viewer may see. */
  async function rowFor(viewer: Viewer, id: string): Promise<FileRow> {
    const ofVisibleTicket = and(isNotNull(files.ticketId), ticketScope(viewer, files.organizationId));
    const [row] = await db.read
      .select()
      .from(files)
      .where(and(eq(files.id, id), or(ownUploads(viewer, files), ofVisibleTicket)));
    if (row === undefined) throw new ProblemError('not-found');
    return row;
  }

  mount(app, 'downloadFile', identity.asSignedIn, async ({ viewer, param, c }) =>
    orTryAgain(serve(c, { store, report }, await rowFor(viewer, param('fileId')))),
  );

  mount(app, 'downloadThumbnail', identity.asSignedIn, async ({ viewer, param, c }) => {
    const row = await rowFor(viewer, param('fileId'));
    if (!isPicture(row)) throw new ProblemError('not-found');
    return orTryAgain(serve(c, { store, report }, inSmall(row)));
  });
}

type FileRow = typeof files.$inferSelect;

/** What is shown of a picture in small: the picture itself, where it is small. */
function inSmall(row: FileRow): Parameters<typeof serve>[2] {
  const { thumbnailDigest: digest, thumbnailBytes: bytes, name } = row;
  return digest === null || bytes === null ? row : { digest, bytes, name, mediaType: 'image/webp' };
}

function viewOf({
  id,
  name,
  mediaType,
  bytes,
  digest,
}: Pick<FileRow, 'id' | 'name' | 'mediaType' | 'bytes' | 'digest'>): FileView {
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
