import type { Actor } from '../people/actor.js';
import type { Instant, ServicePolicy } from '../service-level/policy.js';
import type { InternalEventBody, TicketEventBody } from './events.js';
import type { Rejection } from './rejection.js';

/** Everything that a rule may know besides the ticket and the command. Time is an input. */
export interface DecisionContext {
  readonly actor: Actor;
  readonly now: Instant;
  readonly policy: ServicePolicy;
}

/** What one step of the path decides: the facts that follow, before they are stamped with who and when. */
export type StepOutcome =
  | { readonly ok: true; readonly events: readonly (TicketEventBody | InternalEventBody)[] }
  | { readonly ok: false; readonly rejection: Rejection };

export function happened(...events: readonly (TicketEventBody | InternalEventBody)[]): StepOutcome {
  return { ok: true, events };
}
