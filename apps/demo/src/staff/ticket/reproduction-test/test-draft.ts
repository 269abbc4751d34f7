import {
  declarationOf,
  isEntitled,
  type TicketType,
  ticketTypes,
  type Verdict,
  verdicts,
} from '@teo-support/core';
import type { StaffTicket } from '@teo-support/sdk';
import { storedText } from '../../drafts/draft.js';
import { type Attachment, storedAttachments } from '../attachments/attachment.js';
import { storedSteps } from '../steps/step-order.js';

/** A reproduction test while it is written down. */
export interface TestDraft {
  readonly environment: string;
  readonly steps: readonly string[];
  readonly observed: string;
  readonly verdict: Verdict | null;
  readonly evidence: readonly Attachment[];
  /** What the requester is told of a bug that was not confirmed. */
  readonly message: string;
  /** What the ticket becomes when it is no bug. */
  readonly requalifiedAs: TicketType | null;
}

/** Starts from the requester's own steps, which are the ones to follow. */
export function newTest(ticket: StaffTicket): TestDraft {
  const answer = ticket.answers.steps;
  const steps = answer?.kind === 'steps' ? answer.steps.flatMap((step) => step ?? []) : [];
  return {
    environment: '',
    steps: steps.length > 0 ? steps : [''],
    observed: '',
    verdict: null,
    evidence: [],
    message: '',
    requalifiedAs: null,
  };
}

export function readTest(stored: unknown): TestDraft | null {
  const environment = storedText(stored, 'environment');
  const observed = storedText(stored, 'observed');
  if (environment === null || observed === null) return null;
  const verdict = storedText(stored, 'verdict');
  const type = storedText(stored, 'requalifiedAs');
  return {
    environment,
    observed,
    steps: storedSteps(stored),
    verdict: verdicts.find((value) => value === verdict) ?? null,
    evidence: storedAttachments(stored, 'evidence'),
    message: storedText(stored, 'message') ?? '',
    requalifiedAs: ticketTypes.find((value) => value === type) ?? null,
  };
}

/** What a ticket may become by a test alone, which names no training course and no feature. */
export function typesWithoutLink({ offeredTypes, type }: StaffTicket): readonly TicketType[] {
  return offeredTypes.filter(
    (offered) => offered !== type && !declarationOf(offered).fields.some(isEntitled),
  );
}
