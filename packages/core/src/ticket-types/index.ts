import type { Field, TicketTypeDeclaration } from './declaration.js';
import { type Entitlements, isOffered } from './entitlements.js';
import { malfunction } from './malfunction.js';
import { mishandling } from './mishandling.js';
import { rnd } from './rnd.js';
import { trainingFollowUp } from './training-follow-up.js';
import { usageQuestion } from './usage-question.js';

/** The declared types, in the order in which they are offered. A further type is one file and one line here. */
export const ticketTypeDeclarations = [
  malfunction,
  mishandling,
  usageQuestion,
  trainingFollowUp,
  rnd,
] as const;

/** Each declaration in its exact type, so that the catalogues can be checked for completeness. */
export type DeclaredTicketType = (typeof ticketTypeDeclarations)[number];
export type TicketType = DeclaredTicketType['type'];

export const ticketTypes: readonly TicketType[] = ticketTypeDeclarations.map((declared) => declared.type);

export function isTicketType(value: string): value is TicketType {
  return ticketTypes.some((type) => type === value);
}

/** The declaration of one type. Its fields are widened to `Field`, which is what a form or a validator reads. */
export function declarationOf(type: TicketType): TicketTypeDeclaration & { readonly type: TicketType } {
  const declared = ticketTypeDeclarations.find((candidate) => candidate.type === type);
  // The type system already excludes this; the throw keeps the function honest for untyped callers.
  if (declared === undefined) throw new TypeError(`Undeclared ticket type: ${type}`);
  return declared;
}

/** The types that an organization may use, in the order in which they are offered. */
export function offeredTypes(entitlements: Entitlements): TicketType[] {
  return ticketTypes.filter((type) => isOffered(declarationOf(type), entitlements));
}

export function fieldOf(type: TicketType, name: string): Field | undefined {
  return declarationOf(type).fields.find((field) => field.name === name);
}
