import {
  decideEnrolment,
  decideTrial,
  type Enrolment,
  type EnrolmentCommand,
  evolveEnrolment,
  evolveTrial,
  issue,
  type RegisterContext,
  type Trial,
  type TrialCommand,
} from '@teo-support/core';
import type { EnrolmentView, TrialView } from '@teo-support/core/contract';
import { and, asc, count, desc, eq, isNull } from 'drizzle-orm';
import { ProblemError, RejectionError } from '../http/index.js';
import type { Reader, Transaction } from '../storage/index.js';
import { trialEnrolments, trials } from './tables.js';
import { accepted, appendToTrail, requireVersion } from './trail.js';

interface Change<Command> {
  readonly trialId: string;
  readonly command: Command;
  readonly context: RegisterContext;
  /** The versions of which the caller has seen one, or `null` for any. */
  readonly expected: readonly number[] | null;
}

/** The one way in which a trial changes. Its end is the end for every organization in it, and stands in the trail of each. */
export async function changeTrial(tx: Transaction, change: Change<TrialCommand>): Promise<TrialView> {
  const { trialId, command, context } = change;
  const before = await findTrial(tx, trialId);
  if (before === null && command.type !== 'define') throw new ProblemError('not-found');
  requireVersion(before?.version ?? 0, change.expected);
  const events = accepted(decideTrial(before, command, context));
  const after = events.reduce<Trial | null>((trial, event) => evolveTrial(trialId, trial, event), before);
  if (after === null) throw new Error('An accepted command left no trial.');
  if (events.length > 0) {
    await appendToTrail(
      tx,
      { kind: 'trial', organizationId: null, itemId: trialId },
      before?.version ?? 0,
      events,
    );
    await tx.insert(trials).values(after).onConflictDoUpdate({ target: trials.id, set: after });
  }
  if (after.state === 'ended') await endEnrolments(tx, trialId, context);
  return { ...after, organizations: await enrolledIn(tx, trialId) };
}

async function endEnrolments(tx: Transaction, trialId: string, context: RegisterContext): Promise<void> {
  const enrolled = await tx
    .select({ organizationId: trialEnrolments.organizationId })
    .from(trialEnrolments)
    .where(running(trialId));
  const command = { type: 'end_enrolment' } as const;
  for (const { organizationId } of enrolled) {
    await changeEnrolment(tx, { organizationId, trialId, command, context, expected: null });
  }
}

/** The one way in which an organization comes into a trial and out of it. */
export async function changeEnrolment(
  tx: Transaction,
  change: Change<EnrolmentCommand> & { readonly organizationId: string },
): Promise<EnrolmentView> {
  const { organizationId, trialId, command, context } = change;
  const trial = await findTrial(tx, trialId);
  const place = and(eq(trialEnrolments.organizationId, organizationId), eq(trialEnrolments.trialId, trialId));
  const [row] = await tx.select(enrolmentColumns).from(trialEnrolments).where(place);
  const before = row ?? null;
  if (command.type === 'end_enrolment' && before === null) throw new ProblemError('not-found');
  if (trial === null) {
    const issues = [issue(['trial'], 'not_an_option')];
    throw new RejectionError({ code: 'fields_invalid', issues }, '');
  }
  requireVersion(before?.version ?? 0, change.expected);
  const events = accepted(decideEnrolment(before, trial, command, context));
  const after = events.reduce<Enrolment | null>(evolveEnrolment, before);
  if (after === null) throw new Error('An accepted command left no enrolment.');
  if (events.length > 0) {
    const subject = { kind: 'enrolment', organizationId, itemId: trialId } as const;
    await appendToTrail(tx, subject, before?.version ?? 0, events);
    await tx
      .insert(trialEnrolments)
      .values({ organizationId, trialId, ...after })
      .onConflictDoUpdate({
        target: [trialEnrolments.organizationId, trialEnrolments.trialId],
        set: after,
      });
  }
  return viewOf({ id: trial.id, name: trial.name }, after);
}

/** The features under trial: the open ones first, by name. */
export function readTrials(reader: Reader): Promise<TrialView[]> {
  return reader
    .select({ ...trialColumns, organizations: count(trialEnrolments.organizationId) })
    .from(trials)
    .leftJoin(trialEnrolments, and(eq(trialEnrolments.trialId, trials.id), isNull(trialEnrolments.endedAt)))
    .groupBy(trials.id)
    .orderBy(desc(trials.state), asc(trials.name), asc(trials.id));
}

/** The trials of one organization: those that run first, then the latest. */
export async function readEnrolments(reader: Reader, organizationId: string): Promise<EnrolmentView[]> {
  const rows = await reader
    .select({ id: trials.id, name: trials.name, enrolment: enrolmentColumns })
    .from(trialEnrolments)
    .innerJoin(trials, eq(trials.id, trialEnrolments.trialId))
    .where(eq(trialEnrolments.organizationId, organizationId))
    .orderBy(desc(isNull(trialEnrolments.endedAt)), desc(trialEnrolments.since), asc(trials.name));
  return rows.map(({ enrolment, ...trial }) => viewOf(trial, enrolment));
}

/** Says which organizations are in a trial now, for a query on organizations. */
export function running(trialId: string) {
  return and(eq(trialEnrolments.trialId, trialId), isNull(trialEnrolments.endedAt));
}

async function findTrial(reader: Reader, trialId: string): Promise<Trial | null> {
  const [row] = await reader.select(trialColumns).from(trials).where(eq(trials.id, trialId));
  return row ?? null;
}

async function enrolledIn(reader: Reader, trialId: string): Promise<number> {
  const [row] = await reader.select({ enrolled: count() }).from(trialEnrolments).where(running(trialId));
  return row?.enrolled ?? 0;
}

function viewOf(trial: EnrolmentView['trial'], { since, endedAt, version }: Enrolment): EnrolmentView {
  return {
    trial,
    since: new Date(since).toISOString(),
    endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
    version,
  };
}

const trialColumns = { id: trials.id, name: trials.name, state: trials.state, version: trials.version };

const enrolmentColumns = {
  since: trialEnrolments.since,
  endedAt: trialEnrolments.endedAt,
  version: trialEnrolments.version,
};
