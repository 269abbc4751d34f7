import type { Entitlements } from '@teo-support/core';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { prepared, type Reader } from '../storage/index.js';
import { trainings, trialEnrolments, trials } from './tables.js';

const selectTrainings = prepared((db) =>
  db
    .select({ id: trainings.id, title: trainings.title, deliveredOn: trainings.deliveredOn })
    .from(trainings)
    .where(and(eq(trainings.organizationId, sql.placeholder('organizationId')), isNull(trainings.withdrawn)))
    .orderBy(desc(trainings.deliveredOn), asc(trainings.id))
    .prepare(),
);

const selectTrials = prepared((db) =>
  db
    .select({ id: trials.id, name: trials.name })
    .from(trialEnrolments)
    .innerJoin(trials, eq(trials.id, trialEnrolments.trialId))
    .where(
      and(
        eq(trialEnrolments.organizationId, sql.placeholder('organizationId')),
        isNull(trialEnrolments.endedAt),
      ),
    )
    .orderBy(asc(trials.name), asc(trials.id))
    .prepare(),
);

/** What new tickets of an organization may be linked to: the latest training course first, what was withdrawn left out. */
export async function readEntitlements(reader: Reader, organizationId: string): Promise<Entitlements> {
  const [delivered, enrolled] = await Promise.all([
    selectTrainings(reader).all({ organizationId }),
    selectTrials(reader).all({ organizationId }),
  ]);
  return { trainings: delivered, trials: enrolled };
}
