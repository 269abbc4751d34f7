import { refOf } from '../people/actor.js';
import { dayOf } from '../service-level/calendar.js';
import type { Training } from '../ticket-types/entitlements.js';
import { issue } from '../ticket-types/field-issue.js';
import {
  type RegisterContext,
  type RegisterDecision,
  type RegisterStamp,
  refuse,
} from './register-decision.js';
import { mayManage } from './rights.js';

/** Why a training course is no longer in the register. A closed list: nothing about a person is written here. */
export const withdrawalReasons = ['not_delivered', 'wrong_organization', 'duplicate', 'other'] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

/** A training course in the register of an organization. Once withdrawn, no new ticket can be linked to it. */
export interface TrainingRecord extends Training {
  readonly withdrawn: WithdrawalReason | null;
  /** The number of events so far. */
  readonly version: number;
}

type Words = Pick<Training, 'title' | 'deliveredOn'>;

export type TrainingCommand =
  | ({ readonly type: 'record' } & Words)
  | ({ readonly type: 'correct' } & Words)
  | { readonly type: 'withdraw'; readonly reason: WithdrawalReason };

export type TrainingEvent = RegisterStamp &
  (
    | ({ readonly type: 'training.recorded' } & Words)
    | ({ readonly type: 'training.corrected' } & Words)
    | { readonly type: 'training.withdrawn'; readonly reason: WithdrawalReason }
  );

/**
 * How the register of training courses changes. Recording twice what stands already changes nothing, so it can be
 * repeated; recording other words under the same name is refused, as that is a correction or a mistake.
 */
export function decideTraining(
  record: TrainingRecord | null,
  command: TrainingCommand,
  context: RegisterContext,
): RegisterDecision<TrainingEvent> {
  if (!mayManage('trainings', context.actor)) return refuse({ code: 'not_in_charge' });
  const stamp = { at: context.now, by: refOf(context.actor) };
  if (command.type === 'withdraw') {
    if (record === null || record.withdrawn !== null) return { ok: true, events: [] };
    return { ok: true, events: [{ type: 'training.withdrawn', reason: command.reason, ...stamp }] };
  }
  const { title, deliveredOn } = command;
  if (deliveredOn > dayOf(context.now, context.policy.timeZone)) {
    return refuse({ code: 'fields_invalid', issues: [issue(['deliveredOn'], 'in_the_future')] });
  }
  const standing = record !== null && record.withdrawn === null;
  if (standing && record.title === title && record.deliveredOn === deliveredOn) {
    return { ok: true, events: [] };
  }
  if (command.type === 'correct') {
    if (!standing) return refuse({ code: 'training_withdrawn' });
    return { ok: true, events: [{ type: 'training.corrected', title, deliveredOn, ...stamp }] };
  }
  if (standing) return refuse({ code: 'fields_invalid', issues: [issue(['id'], 'already_used')] });
  return { ok: true, events: [{ type: 'training.recorded', title, deliveredOn, ...stamp }] };
}

export function evolveTraining(
  id: string,
  record: TrainingRecord | null,
  event: TrainingEvent,
): TrainingRecord {
  const version = (record?.version ?? 0) + 1;
  switch (event.type) {
    case 'training.recorded':
    case 'training.corrected':
      return { id, title: event.title, deliveredOn: event.deliveredOn, withdrawn: null, version };
    case 'training.withdrawn':
      return { id, title: '', deliveredOn: '', ...record, withdrawn: event.reason, version };
  }
}
