import type { ImprovementEvent } from '@teo-support/core';
import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../storage/index.js';
import { recount } from './family.js';
import { improvementComments, improvements } from './tables.js';

/** Brings the comments up to date with an event of their request. */
export async function projectComment(
  tx: Transaction,
  requestId: string,
  event: ImprovementEvent,
): Promise<void> {
  switch (event.type) {
    case 'improvement.commented': {
      const { by, at, commentId, text } = event;
      if (by.kind === 'system') return;
      const [row] = await tx
        .select({ number: improvements.number })
        .from(improvements)
        .where(eq(improvements.id, requestId));
      if (row === undefined) return;
      await tx.insert(improvementComments).values({
        id: commentId,
        request: row.number,
        authorKind: by.kind,
        authorId: by.id,
        organizationId:
          by.kind === 'staff' ? null : sql`(select organization_id from teomasters where id = ${by.id})`,
        at,
        text: text.written,
      });
      return recountRoot(tx, requestId);
    }
    case 'improvement.hidden':
    case 'improvement.restored': {
      const { commentId, at, reason } = event;
      if (commentId === null) return;
      const hidden = event.type === 'improvement.hidden';
      await tx
        .update(improvementComments)
        .set({ hiddenAt: hidden ? at : null, hiddenReason: hidden ? reason.written : null })
        .where(and(eq(improvementComments.id, commentId)));
      return recountRoot(tx, requestId);
    }
    default:
      return;
  }
}

/** Where a request goes on, its comments are counted, too. */
async function recountRoot(tx: Transaction, requestId: string): Promise<void> {
  const [row] = await tx
    .select({ number: improvements.number, mergedInto: improvements.mergedInto })
    .from(improvements)
    .where(eq(improvements.id, requestId));
  if (row === undefined) return;
  await recount(tx, row.number);
  if (row.mergedInto !== null) await recount(tx, row.mergedInto);
}
