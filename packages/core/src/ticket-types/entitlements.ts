import type { EntitledField, Field, TicketTypeDeclaration } from './declaration.js';

/** A training course that téo has delivered to an organization, under the name that téo knows it by. */
export interface Training {
  readonly id: string;
  readonly title: string;
  /** Local date on which it ended: `2026-05-01`. */
  readonly deliveredOn: string;
}

/** A feature under development that an organization tests. */
export interface TrialFeature {
  readonly id: string;
  readonly name: string;
}

/** What an organization may speak of beyond what everyone may. The edge reads it for the requester's own organization. */
export interface Entitlements {
  readonly trainings: readonly Training[];
  readonly trials: readonly TrialFeature[];
}

/** Of an organization that may speak of nothing but what everyone may. */
export const noEntitlements: Entitlements = { trainings: [], trials: [] };

/** Tells the fields whose options depend on the organization from all others. */
export function isEntitled(field: Field): field is EntitledField {
  return field.kind === 'training' || field.kind === 'feature';
}

/** Whether it has to be known what an organization is entitled to, to tell what it may file with a type. */
export function dependsOnEntitlements(declaration: TicketTypeDeclaration): boolean {
  return declaration.fields.some(isEntitled);
}

/** The right to use a type: whoever has nothing to link it to is neither shown it nor heard with it. */
export function isOffered(declaration: TicketTypeDeclaration, entitlements: Entitlements): boolean {
  return declaration.fields.every(
    (field) => !isEntitled(field) || entitledTo(field, entitlements).length > 0,
  );
}

function entitledTo(
  field: EntitledField,
  { trainings, trials }: Entitlements,
): readonly { readonly id: string }[] {
  switch (field.kind) {
    case 'training':
      return trainings;
    case 'feature':
      return trials;
  }
}
