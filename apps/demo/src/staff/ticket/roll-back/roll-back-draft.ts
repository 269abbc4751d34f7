import type { StaffTicket } from '@teo-support/sdk';
import { storedText } from '../../drafts/draft.js';
import { storedSteps } from '../steps/step-order.js';

/** The answer to a mishandling while it is written: its steps, or why there are none. Both are kept. */
export interface RollBackDraft {
  readonly kind: 'guided' | 'ruled_out';
  readonly steps: readonly string[];
  readonly reason: string;
}

/** Starts from what was offered before, to be mended rather than written again. */
export function newRollBack({ rollBack }: StaffTicket): RollBackDraft {
  const former = rollBack?.kind === 'guided' ? rollBack.steps.flatMap(({ text }) => text ?? []) : [];
  return { kind: 'guided', steps: former.length > 0 ? former : [''], reason: '' };
}

export function readRollBack(stored: unknown): RollBackDraft | null {
  const reason = storedText(stored, 'reason');
  if (reason === null) return null;
  const kind = storedText(stored, 'kind') === 'ruled_out' ? 'ruled_out' : 'guided';
  return { kind, steps: storedSteps(stored), reason };
}
