import { refOf } from '../people/actor.js';
import type { TrialFeature } from '../ticket-types/entitlements.js';
import { issue } from '../ticket-types/field-issue.js';
import {
  type RegisterContext,
  type RegisterDecision,
  type RegisterStamp,
  refuse,
} from './register-decision.js';
import { mayManage } from './rights.js';

/** A feature under development that organizations can be enrolled to test, until its trial ends. */
export interface Trial extends TrialFeature {
  readonly state: 'open' | 'ended';
  /** The number of events so far. */
  readonly version: number;
}

export type TrialCommand =
  | { readonly type: 'define'; readonly name: string }
  | { readonly type: 'rename'; readonly name: string }
  | { readonly type: 'end' };

export type TrialEvent = RegisterStamp &
  (
    | { readonly type: 'trial.defined'; readonly name: string }
    | { readonly type: 'trial.renamed'; readonly name: string }
    | { readonly type: 'trial.ended' }
  );

/** How the list of features under trial changes. Defining an ended trial again opens it anew, with nobody enrolled. */
export function decideTrial(
  trial: Trial | null,
  command: TrialCommand,
  context: RegisterContext,
): RegisterDecision<TrialEvent> {
  if (!mayManage('trials', context.actor)) return refuse({ code: 'not_in_charge' });
  const stamp = { at: context.now, by: refOf(context.actor) };
  const open = trial !== null && trial.state === 'open';
  switch (command.type) {
    case 'define':
      if (!open) return { ok: true, events: [{ type: 'trial.defined', name: command.name, ...stamp }] };
      if (trial.name === command.name) return { ok: true, events: [] };
      return refuse({ code: 'fields_invalid', issues: [issue(['id'], 'already_used')] });
    case 'rename':
      if (!open) return refuse({ code: 'trial_ended' });
      if (trial.name === command.name) return { ok: true, events: [] };
      return { ok: true, events: [{ type: 'trial.renamed', name: command.name, ...stamp }] };
    case 'end':
      return open ? { ok: true, events: [{ type: 'trial.ended', ...stamp }] } : { ok: true, events: [] };
  }
}

export function evolveTrial(id: string, trial: Trial | null, event: TrialEvent): Trial {
  const version = (trial?.version ?? 0) + 1;
  switch (event.type) {
    case 'trial.defined':
    case 'trial.renamed':
      return { id, name: event.name, state: 'open', version };
    case 'trial.ended':
      return { id, name: '', ...trial, state: 'ended', version };
  }
}
