import {
  declarationOf,
  type EntitledField,
  isEntitled,
  type TicketType,
  ticketTypes,
} from '@teo-support/core';
import type { StaffTicket } from '@teo-support/sdk';
import { storedText } from '../../drafts/draft.js';

/** A requalification while it is written. */
export interface RequalificationDraft {
  readonly type: TicketType | null;
  readonly reason: string;
  /** What the new type is linked to: the id of a training course or of a feature under test. */
  readonly link: string;
}

export function readRequalification(stored: unknown): RequalificationDraft | null {
  const reason = storedText(stored, 'reason');
  if (reason === null) return null;
  const type = storedText(stored, 'type');
  return {
    reason,
    type: ticketTypes.find((value) => value === type) ?? null,
    link: storedText(stored, 'link') ?? '',
  };
}

/** The field by which a type is linked to something of the organization, if it has one. */
export function linkField(type: TicketType): EntitledField | undefined {
  return declarationOf(type).fields.find(isEntitled);
}

/** What the organization has to link to: the title of each by its id. */
export function linkChoices(
  field: EntitledField,
  { entitlements }: StaffTicket,
): readonly { readonly id: string; readonly title: string; readonly deliveredOn: string | null }[] {
  switch (field.kind) {
    case 'training':
      return entitlements.trainings;
    case 'feature':
      return entitlements.trials.map(({ id, name }) => ({ id, title: name, deliveredOn: null }));
  }
}
