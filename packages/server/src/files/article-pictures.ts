import { isPicture, type StaffActor } from '@teo-support/core';
import { and, eq, inArray, isNull, ne, notInArray, or, sql } from 'drizzle-orm';
import { ownUploads } from '../identity/index.js';
import type { Reader, Transaction } from '../storage/index.js';
import { forget } from './keep.js';
import { mayBeNamed } from './may-be-named.js';
import { files } from './tables.js';

/**
 * Of some ids, the pictures that an article may show: its own, and what its writer has uploaded and nothing names yet.
 * A file of a ticket is never among them, whoever asks.
 */
export async function picturesFor(
  reader: Reader,
  articleId: string,
  writer: StaffActor,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reader
    .select({ id: files.id, mediaType: files.mediaType })
    .from(files)
    .where(
      and(
        inArray(files.id, [...ids]),
        mayBeNamed,
        isNull(files.ticketId),
        or(eq(files.articleId, articleId), ownUploads({ kind: 'staff', actor: writer }, files)),
      ),
    );
  return new Set(rows.filter(isPicture).map(({ id }) => id));
}

/**
 * Gives pictures to the article that names them, and opens to readers those that its edition shows.
 * @param published ids of those that what is published shows; none of an article that is not
 */
export async function givePictures(
  tx: Transaction,
  articleId: string,
  { named, published }: { readonly named: readonly string[]; readonly published: readonly string[] },
): Promise<void> {
  if (named.length > 0)
    await tx
      .update(files)
      .set({ articleId })
      .where(and(inArray(files.id, [...named]), isNull(files.ticketId), isNull(files.articleId)));
  const inEdition = sql<boolean>`(${inArray(files.id, [...published])})`;
  await tx
    .update(files)
    .set({ inEdition })
    .where(and(eq(files.articleId, articleId), ne(files.inEdition, inEdition)));
}

/** Forgets the pictures of an article that no text of it shows any more. */
export async function forgetPictures(
  tx: Transaction,
  articleId: string,
  kept: readonly string[],
): Promise<void> {
  const left = await tx
    .select()
    .from(files)
    .where(and(eq(files.articleId, articleId), notInArray(files.id, [...kept])));
  for (const row of left) await forget(tx, row);
}
