import { bodyLimitOf, operations, problemStatuses } from '@teo-support/core/contract';
import { eq } from 'drizzle-orm';
import type { Hono } from 'hono';
import { v7 as uuid } from 'uuid';
import { mount, once, ProblemError } from '../../http/index.js';
import { callerOf, type Identity } from '../../identity/index.js';
import { accept } from '../accept.js';
import { type FilesPlaceInUse, keepFile, orTryAgain } from '../keep.js';
import { mostBytes } from '../limits.js';
import { requireRoom } from '../quota.js';
import { FileMissingError } from '../store.js';
import { uploads } from '../tables.js';
import { viewOf } from '../views.js';
import { assembled } from './assemble.js';
import { checkDigest, offsetIn, readPart } from './part-body.js';
import { drop, fileOf, forgetParts, ownUpload, partsOf, type UploadRow, uploadView } from './session.js';
import { differs, storePart } from './store-part.js';
import { PartsUnderWay } from './under-way.js';

/**
 * Uploads in parts, after the drafts of the IETF (draft-ietf-httpbis-resumable-upload) and tus 1.0: `Upload-Offset` says
 * where a part begins, and `HEAD` where to go on after a cut. Parts are in the store, so any process goes on with them.
 */
export function uploadRoutes(app: Hono, identity: Identity, place: FilesPlaceInUse): void {
  const { db, store, limits, now, report } = place;
  const underWay = new PartsUnderWay();

  mount(app, 'startUpload', identity.asPerson, async ({ viewer, body, intention }) => {
    if (body.bytes > mostBytes(limits)) throw new ProblemError('too-large');
    const row: UploadRow = {
      id: uuid(),
      uploaderId: viewer.actor.id,
      name: body.name,
      bytes: body.bytes,
      digest: body.digest,
      received: 0,
      fileId: null,
      changedAt: now(),
    };
    return db.write((tx) =>
      once(tx, {
        caller: callerOf(viewer),
        intention: intention(),
        now: row.changedAt,
        async first() {
          await requireRoom(tx, row.uploaderId, row.bytes, limits);
          await tx.insert(uploads).values(row);
          return { outcome: { id: row.id, version: 0 }, result: uploadView(row, null) };
        },
        async again({ id }) {
          const [known] = await tx.select().from(uploads).where(eq(uploads.id, id));
          return known === undefined ? null : uploadView(known, await fileOf(tx, known));
        },
      }),
    );
  });

  mount(app, 'getUpload', identity.asPerson, async ({ viewer, param, c }) => {
    const upload = await ownUpload(db.read, viewer, param('uploadId'));
    c.header('upload-offset', String(upload.received));
    c.header('upload-length', String(upload.bytes));
    c.header('cache-control', 'no-store');
    return uploadView(upload, await fileOf(db.read, upload));
  });

  mount(app, 'sendUploadPart', identity.asPerson, async ({ viewer, param, c }) => {
    const offset = offsetIn(c);
    const upload = await ownUpload(db.read, viewer, param('uploadId'));
    if (offset !== upload.received || upload.fileId !== null) throw differs(upload.received);
    const most = Math.min(bodyLimitOf(operations.sendUploadPart), upload.bytes - upload.received);
    const received = await underWay.during(viewer.actor.id, async () => {
      const { content, cut } = await readPart(c, most);
      // Of a part that was cut off the digest is not that of its beginning.
      if (cut === null) checkDigest(c, content);
      const reached = content.byteLength === 0 ? upload.received : await storePart(place, upload, content);
      if (cut !== null) throw new ProblemError('invalid-request', { cause: cut });
      return reached;
    });
    c.header('upload-offset', String(received));
    return c.body(null, 204);
  });

  mount(app, 'completeUpload', identity.asPerson, async ({ viewer, param }) => {
    const upload = await ownUpload(db.read, viewer, param('uploadId'));
    if (upload.fileId !== null) return viewOf(required(await fileOf(db.read, upload)));
    if (upload.received < upload.bytes)
      throw new ProblemError('upload-incomplete', { headers: { 'upload-offset': String(upload.received) } });
    const parts = await partsOf(db.read, upload);
    try {
      const kept = await orTryAgain(
        assembled(store, upload, parts, async (uploaded) =>
          keepFile(
            place,
            {
              accepted: await accept(uploaded, upload.name, limits),
              name: upload.name,
              uploaderId: upload.uploaderId,
              counted: true,
            },
            async (tx, row) => {
              const current = await ownUpload(tx, viewer, upload.id);
              if (current.fileId !== null) return required(await fileOf(tx, current));
              await tx.update(uploads).set({ fileId: row.id }).where(eq(uploads.id, upload.id));
              await forgetParts(tx, upload.id);
              return row;
            },
          ),
        ),
        report,
      );
      return viewOf(kept);
    } catch (error) {
      // What was refused is refused for good; nobody need keep it.
      if (isFinal(error)) await db.write((tx) => drop(tx, upload.id));
      // Parts are in no backup: after a restore an upload begins anew.
      if (error instanceof FileMissingError) throw new ProblemError('not-found', { cause: error });
      throw error;
    }
  });

  mount(app, 'cancelUpload', identity.asPerson, async ({ viewer, param }) => {
    await db.write(async (tx) => {
      const upload = await ownUpload(tx, viewer, param('uploadId'));
      await drop(tx, upload.id);
    });
    return undefined;
  });
}

/** A file that was there when it was made, and is not any more. */
function required<T>(found: T | null): T {
  if (found === null) throw new ProblemError('not-found');
  return found;
}

/** Whether trying again could not end otherwise. */
function isFinal(error: unknown): boolean {
  if (error instanceof FileMissingError) return true;
  return error instanceof ProblemError && problemStatuses[error.code] < 500;
}
