import { createHash } from 'node:crypto';
import { bodyLimitOf, operations } from '@teo-support/core/contract';
import { and, eq, isNotNull, isNull, ne, or } from 'drizzle-orm';
import type { Context, Hono } from 'hono';
import { invalidAt, mount, once, ProblemError, readBytes } from '../http/index.js';
import {
  articlePictures,
  callerOf,
  type Identity,
  ownUploads,
  ticketScope,
  type Viewer,
} from '../identity/index.js';
import { accept } from './accept.js';
import { addressRoutes } from './addresses/routes.js';
import { collectUnclaimed } from './collect.js';
import { givable, inSmall } from './givable.js';
import { type FileRow, type FilesPlaceInUse, forget, keepFile, orTryAgain } from './keep.js';
import { limitsView } from './limits.js';
import { serve } from './serve.js';
import { files } from './tables.js';
import { uploadRoutes } from './uploads/routes.js';
import { viewOf } from './views.js';

/** How often the row of an upload is told that its uploader still looks at it, in milliseconds. */
const seenEveryMs = 3_600_000;

/** Uploading files, and having them back. */
export function fileRoutes(app: Hono, identity: Identity, place: FilesPlaceInUse): void {
  const { db, limits, now, report } = place;

  mount(app, 'getFileLimits', identity.asPerson, async () => limitsView(limits));

  mount(app, 'uploadFile', identity.asPerson, async ({ viewer, c, intention }) => {
    const content = await readBytes(c, bodyLimitOf(operations.uploadFile));
    const name = nameIn(c);
    const accepted = await accept({ kind: 'memory', content }, name, limits);
    const sent = createHash('sha256').update(content).digest('hex');
    const uploaderId = viewer.actor.id;
    const kept = await keepFile(place, { accepted, name, uploaderId, counted: false }, (tx, row) =>
      once<FileRow>(tx, {
        caller: callerOf(viewer),
        intention: intention({ sent, name: row.name }),
        now: row.createdAt,
        first: async () => ({ outcome: { id: row.id, version: 0 }, result: row }),
        async again({ id }) {
          const [known] = await tx.select().from(files).where(eq(files.id, id));
          return known ?? null;
        },
      }),
    );
    return viewOf(kept);
  });

  uploadRoutes(app, identity, place);

  /** The row of a file that the viewer may see. */
  async function rowFor(viewer: Viewer, id: string): Promise<FileRow> {
    const ofVisibleTicket = and(isNotNull(files.ticketId), ticketScope(viewer, files.organizationId));
    const [row] = await db.read
      .select()
      .from(files)
      .where(
        and(
          eq(files.id, id),
          ne(files.state, 'storing'),
          or(ownUploads(viewer, files), ofVisibleTicket, articlePictures(viewer, files)),
        ),
      );
    if (row === undefined) throw new ProblemError('not-found');
    const seenAt = now();
    const isNamed = row.ticketId !== null || row.articleId !== null;
    if (!isNamed && row.seenAt < seenAt - seenEveryMs)
      await db.write((tx) =>
        tx
          .update(files)
          .set({ seenAt })
          .where(and(eq(files.id, id), isNull(files.ticketId))),
      );
    return row;
  }

  mount(app, 'discardFile', identity.asPerson, async ({ viewer, param }) => {
    await db.write(async (tx) => {
      const mine = and(eq(files.id, param('fileId')), ne(files.state, 'storing'), ownUploads(viewer, files));
      const [row] = await tx.select().from(files).where(mine);
      if (row === undefined) throw new ProblemError('not-found');
      await forget(tx, row);
    });
    // Its content is out of reach at once, and gone with the next collection at the latest.
    collectUnclaimed(place).catch(report);
    return undefined;
  });

  mount(app, 'downloadFile', identity.asSignedIn, async ({ viewer, param, c }) =>
    orTryAgain(serve(c, place, givable(await rowFor(viewer, param('fileId')), place)), report),
  );

  mount(app, 'downloadThumbnail', identity.asSignedIn, async ({ viewer, param, c }) =>
    orTryAgain(serve(c, place, inSmall(givable(await rowFor(viewer, param('fileId')), place))), report),
  );

  addressRoutes(app, identity, place, rowFor);
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
