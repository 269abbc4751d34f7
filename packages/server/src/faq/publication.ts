import type { Article, StaffActor } from '@teo-support/core';
import { eq } from 'drizzle-orm';
import { forgetPictures } from '../files/index.js';
import type { Transaction } from '../storage/index.js';
import { picturesOf, subjectOf } from './articles.js';
import { forgetDrafts } from './events.js';
import { closeGap } from './gaps.js';
import { faqMasks } from './tables.js';

/**
 * What follows when an article was published: what stood in its drafts alone, their pictures and what was masked in them is
 * forgotten, and the gap that it was begun for is closed.
 */
export async function afterPublication(
  tx: Transaction,
  { id, origin }: Article,
  by: { readonly actor: StaffActor; readonly now: number },
): Promise<void> {
  const kept = await forgetDrafts(tx, subjectOf(id));
  await forgetPictures(tx, id, kept.flatMap(picturesOf));
  await tx.delete(faqMasks).where(eq(faqMasks.articleId, id));
  if (origin?.kind === 'gap') await closeGap(tx, origin.gap, id, by);
}
