import {
  decideTraining,
  evolveTraining,
  type RegisterContext,
  type TrainingCommand,
  type TrainingRecord,
} from '@teo-support/core';
import { and, asc, desc, eq } from 'drizzle-orm';
import { ProblemError } from '../http/index.js';
import type { Reader, Transaction } from '../storage/index.js';
import { trainings } from './tables.js';
import { accepted, appendToTrail, requireVersion } from './trail.js';

interface TrainingChange {
  readonly organizationId: string;
  readonly trainingId: string;
  readonly command: TrainingCommand;
  readonly context: RegisterContext;
  /** The versions of which the caller has seen one, or `null` for any. */
  readonly expected: readonly number[] | null;
}

/** The one way in which the register of training courses changes: load, decide, append, and the row that is read. */
export async function changeTraining(tx: Transaction, change: TrainingChange): Promise<TrainingRecord> {
  const { organizationId, trainingId, command, context } = change;
  const place = and(eq(trainings.organizationId, organizationId), eq(trainings.id, trainingId));
  const [row] = await tx.select(recordColumns).from(trainings).where(place);
  const before = row ?? null;
  if (before === null && command.type !== 'record') throw new ProblemError('not-found');
  requireVersion(before?.version ?? 0, change.expected);
  const events = accepted(decideTraining(before, command, context));
  const after = events.reduce<TrainingRecord | null>(
    (record, event) => evolveTraining(trainingId, record, event),
    before,
  );
  if (after === null) throw new Error('An accepted command left no training course.');
  if (events.length === 0) return after;
  await appendToTrail(
    tx,
    { kind: 'training', organizationId, itemId: trainingId },
    before?.version ?? 0,
    events,
  );
  await tx
    .insert(trainings)
    .values({ organizationId, ...after })
    .onConflictDoUpdate({ target: [trainings.organizationId, trainings.id], set: after });
  return after;
}

/** The register of one organization, the latest course first. */
export function readTrainings(reader: Reader, organizationId: string): Promise<TrainingRecord[]> {
  return reader
    .select(recordColumns)
    .from(trainings)
    .where(eq(trainings.organizationId, organizationId))
    .orderBy(desc(trainings.deliveredOn), asc(trainings.id));
}

const recordColumns = {
  id: trainings.id,
  title: trainings.title,
  deliveredOn: trainings.deliveredOn,
  withdrawn: trainings.withdrawn,
  version: trainings.version,
};
