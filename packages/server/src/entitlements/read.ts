import type { Entitlements } from '@teo-support/core';
import { asc, desc, eq } from 'drizzle-orm';
import type { Reader } from '../storage/index.js';
import { trainings, trialEnrolments } from './tables.js';

/** What the tickets of an organization may be linked to: the latest training course first. */
export async function readEntitlements(reader: Reader, organizationId: string): Promise<Entitlements> {
  const [delivered, enrolled] = await Promise.all([
    reader
      .select({ id: trainings.id, title: trainings.title, deliveredOn: trainings.deliveredOn })
      .from(trainings)
      .where(eq(trainings.organizationId, organizationId))
      .orderBy(desc(trainings.deliveredOn), asc(trainings.id)),
    reader
      .select({ id: trialEnrolments.id, name: trialEnrolments.name })
      .from(trialEnrolments)
      .where(eq(trialEnrolments.organizationId, organizationId))
      .orderBy(asc(trialEnrolments.name)),
  ]);
  return { trainings: delivered, trials: enrolled };
}
