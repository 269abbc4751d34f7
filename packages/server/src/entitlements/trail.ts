import type { EnrolmentEvent, RegisterDecision, TrainingEvent, TrialEvent } from '@teo-support/core';
import { ProblemError, RejectionError } from '../http/index.js';
import type { Transaction } from '../storage/index.js';
import { registerEvents } from './tables.js';

type RegisterEvent = TrainingEvent | TrialEvent | EnrolmentEvent;

/** What an event of a register is about. */
export interface Subject {
  readonly kind: 'training' | 'trial' | 'enrolment';
  readonly organizationId: string | null;
  readonly itemId: string;
}

/** The events of an accepted command; a refused one goes to the caller. */
export function accepted<E>(decision: RegisterDecision<E>): readonly E[] {
  if (!decision.ok) throw new RejectionError(decision.rejection, '');
  return decision.events;
}

/** @throws when something stands there by now that the caller has not seen */
export function requireVersion(standing: number, expected: readonly number[] | null): void {
  if (expected !== null && !expected.includes(standing)) throw new ProblemError('version-conflict');
}

/** Appends to the trail, in the transaction that changes the row; a unique index refuses a second writer. */
export async function appendToTrail(
  tx: Transaction,
  subject: Subject,
  afterVersion: number,
  events: readonly RegisterEvent[],
): Promise<void> {
  const { kind, organizationId, itemId } = subject;
  let version = afterVersion;
  for (const { type, at, by, ...details } of events) {
    version += 1;
    await tx.insert(registerEvents).values({
      subject: [kind, ...(organizationId === null ? [] : [organizationId]), itemId].join(':'),
      version,
      organizationId,
      itemId,
      type,
      at,
      actorKind: by.kind,
      actorId: by.kind === 'system' ? null : by.id,
      details,
    });
  }
}
