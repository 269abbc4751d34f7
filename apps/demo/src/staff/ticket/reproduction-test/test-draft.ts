import { type Verdict, verdicts } from '@teo-support/core';
import type { StaffTicket } from '@teo-support/sdk';
import { storedText } from '../../drafts/draft.js';
import { type Attachment, storedAttachments } from '../attachments/attachment.js';

/** A reproduction test while it is written down. */
export interface TestDraft {
  readonly environment: string;
  readonly steps: readonly string[];
  readonly observed: string;
  readonly verdict: Verdict | null;
  readonly evidence: readonly Attachment[];
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
  };
}

export function readTest(stored: unknown): TestDraft | null {
  const environment = storedText(stored, 'environment');
  const observed = storedText(stored, 'observed');
  if (environment === null || observed === null) return null;
  const steps: unknown = Reflect.get(Object(stored), 'steps');
  const verdict = storedText(stored, 'verdict');
  return {
    environment,
    observed,
    steps: Array.isArray(steps) ? steps.filter((step) => typeof step === 'string') : [''],
    verdict: verdicts.find((value) => value === verdict) ?? null,
    evidence: storedAttachments(stored, 'evidence'),
  };
}
