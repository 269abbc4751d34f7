import { refOf } from '../people/actor.js';
import type { Instant } from '../service-level/policy.js';
import {
  type RegisterContext,
  type RegisterDecision,
  type RegisterStamp,
  refuse,
} from './register-decision.js';
import { mayManage } from './rights.js';
import type { Trial } from './trial.js';

/** That an organization tests, or has tested, a feature under development. */
export interface Enrolment {
  readonly since: Instant;
  /** When it ended; `null` while the organization can speak of the feature. */
  readonly endedAt: Instant | null;
  /** The number of events so far. */
  readonly version: number;
}

export type EnrolmentCommand = { readonly type: 'enrol' } | { readonly type: 'end_enrolment' };

export type EnrolmentEvent = RegisterStamp &
  ({ readonly type: 'trial.enrolled' } | { readonly type: 'trial.enrolment_ended' });

/** How an organization comes into a trial and out of it. What stands already is no change, so both can be repeated. */
export function decideEnrolment(
  enrolment: Enrolment | null,
  trial: Trial,
  command: EnrolmentCommand,
  context: RegisterContext,
): RegisterDecision<EnrolmentEvent> {
  if (!mayManage('trials', context.actor)) return refuse({ code: 'not_in_charge' });
  const stamp = { at: context.now, by: refOf(context.actor) };
  const enrolled = enrolment !== null && enrolment.endedAt === null;
  if (command.type === 'end_enrolment') {
    return { ok: true, events: enrolled ? [{ type: 'trial.enrolment_ended', ...stamp }] : [] };
  }
  if (enrolled) return { ok: true, events: [] };
  if (trial.state === 'ended') return refuse({ code: 'trial_ended' });
  return { ok: true, events: [{ type: 'trial.enrolled', ...stamp }] };
}

export function evolveEnrolment(enrolment: Enrolment | null, event: EnrolmentEvent): Enrolment {
  const version = (enrolment?.version ?? 0) + 1;
  switch (event.type) {
    case 'trial.enrolled':
      return { since: event.at, endedAt: null, version };
    case 'trial.enrolment_ended':
      return { since: enrolment?.since ?? event.at, endedAt: event.at, version };
  }
}
