import type { StaffMember, StaffTicket } from '@teo-support/sdk';
import type { IconName } from '../../icons/icon.js';

/** What one can write on a ticket, in the order in which it is needed. */
export const composerModes = ['view', 'answer', 'note', 'test', 'roll_back', 'consult', 'resolve'] as const;
export type ComposerMode = (typeof composerModes)[number];

/** Under which name each form keeps its draft. */
export const draftOf: Readonly<Record<ComposerMode, string>> = {
  view: 'view',
  answer: 'answer',
  note: 'note',
  test: 'test',
  roll_back: 'roll-back',
  consult: 'consultation',
  resolve: 'resolution',
};

export const modeIcons: Readonly<Record<ComposerMode, IconName>> = {
  view: 'views',
  answer: 'message',
  note: 'lock',
  test: 'test',
  roll_back: 'undo',
  consult: 'views',
  resolve: 'check',
};

/** Who reads what is written: it gives the form its ground. */
export const groundOf: Readonly<Record<ComposerMode, 'public' | 'internal'>> = {
  view: 'internal',
  answer: 'public',
  note: 'internal',
  test: 'public',
  roll_back: 'public',
  consult: 'internal',
  resolve: 'public',
};

/**
 * What makes sense for this ticket and this person: what the server would take, and a resolution that only waits for
 * something that can be done here, with the reason.
 */
export function offeredModes(
  { possible, consultations, refusals }: StaffTicket,
  { services }: StaffMember,
): readonly ComposerMode[] {
  const worked = possible.includes('answer');
  const offered: Readonly<Record<ComposerMode, boolean>> = {
    view:
      possible.includes('answer_consultation') &&
      consultations.some(({ answered, service }) => !answered && services.includes(service)),
    answer: worked,
    note: possible.includes('write_note'),
    test: possible.includes('record_reproduction_test'),
    roll_back: possible.includes('guide_roll_back'),
    consult: possible.includes('consult'),
    resolve: possible.includes('resolve') || (worked && refusals.resolve !== undefined),
  };
  return composerModes.filter((mode) => offered[mode]);
}

/** Where one starts: with what was begun and not sent, or with what comes first. */
export function startingMode(
  offered: readonly ComposerMode[],
  begun: (mode: ComposerMode) => boolean,
): ComposerMode | null {
  return offered.find(begun) ?? offered[0] ?? null;
}
