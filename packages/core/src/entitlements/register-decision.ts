import type { Actor, ActorRef } from '../people/actor.js';
import type { Instant, ServicePolicy } from '../service-level/policy.js';
import type { FieldIssue } from '../ticket-types/field-issue.js';

/** Why a command on a register was refused. Every code has words in both languages. */
export type RegisterRejection =
  | { readonly code: 'fields_invalid'; readonly issues: readonly FieldIssue[] }
  | { readonly code: 'not_in_charge' }
  | { readonly code: 'training_withdrawn' }
  | { readonly code: 'trial_ended' };

/** What came of a command on a register. No events: what was asked for stands already. */
export type RegisterDecision<Event> =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly rejection: RegisterRejection };

export interface RegisterContext {
  readonly actor: Actor;
  readonly now: Instant;
  readonly policy: ServicePolicy;
}

/** Who changed it and when: what every event of a register carries. */
export interface RegisterStamp {
  readonly at: Instant;
  readonly by: ActorRef;
}

export function refuse(rejection: RegisterRejection): {
  readonly ok: false;
  readonly rejection: RegisterRejection;
} {
  return { ok: false, rejection };
}
