import { isPicture } from '@teo-support/core';
import { and, eq, ne } from 'drizzle-orm';
import type { Hono } from 'hono';
import { mount, ProblemError } from '../../http/index.js';
import type { Identity, Viewer } from '../../identity/index.js';
import { givable, inSmall } from '../givable.js';
import { type FileRow, type FilesPlaceInUse, orTryAgain, scanOf } from '../keep.js';
import { serve } from '../serve.js';
import { files } from '../tables.js';
import { expiryFrom, isSigned, readAddress, signAddress, type Variant } from './address.js';
import { AddressKeys } from './keys.js';

/** For whoever could not tell a forged address from one of a file that is gone. */
const nobody = async () => null;

/**
 * Addresses that open one file for some minutes without a token, as links, images and videos need them. Whoever may see
 * a file gets them; who has one may pass it on, so it is short-lived, and is in no log.
 * @param rowFor the row of a file that a viewer may see
 */
export function addressRoutes(
  app: Hono,
  identity: Identity,
  place: FilesPlaceInUse,
  rowFor: (viewer: Viewer, id: string) => Promise<FileRow>,
): void {
  const { db, now, report } = place;
  const keys = new AddressKeys(db);

  mount(app, 'getFileAddresses', identity.asSignedIn, async ({ viewer, param, c }) => {
    const row = await rowFor(viewer, param('fileId'));
    c.header('cache-control', 'no-store');
    const scan = scanOf(row, place);
    switch (scan) {
      case 'held':
      case 'infected':
        return { state: scan };
      case 'none':
      case 'clean': {
        const key = await keys.of(now());
        const expiresAt = expiryFrom(now());
        const address = (variant: Variant) =>
          `/v1/file-contents?address=${signAddress(row, variant, expiresAt, key)}`;
        return {
          state: 'available' as const,
          content: address('content'),
          thumbnail: isPicture(row) ? address('thumbnail') : null,
          expiresAt: new Date(expiresAt).toISOString(),
        };
      }
    }
  });

  mount(app, 'openFileAddress', nobody, async ({ query, c }) => {
    const read = readAddress(query.address);
    const secret = read === null ? null : await keys.find(read.day, now());
    if (read === null || secret === null) throw new ProblemError('not-found');
    const [row] = await db.read
      .select()
      .from(files)
      .where(and(eq(files.id, read.fileId), ne(files.state, 'storing')));
    if (row === undefined || !isSigned(read, row, secret)) throw new ProblemError('not-found');
    const goodForMs = read.expiresAt - now();
    if (goodForMs <= 0) throw new ProblemError('address-expired');
    const file = givable(row, place);
    const served = read.variant === 'content' ? file : inSmall(file);
    return orTryAgain(serve(c, place, served, goodForMs), report);
  });
}
