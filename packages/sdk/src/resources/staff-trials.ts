import type { DefineTrial, RenameTrial, TrialList, TrialView } from '@teo-support/core/contract';
import type { CallOptions, Transport } from '../transport/transport.js';
import { change } from './staff-organizations.js';
import type { CommandOptions } from './tickets.js';

const path = '/v1/staff/trials';

/** The features under development that organizations can be enrolled to test. */
export class StaffTrials {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** The trials, the open ones first. */
  list(options: CallOptions = {}): Promise<TrialList> {
    return this.#transport.json({ method: 'GET', path, repeatable: true, ...options });
  }

  /** Opens the trial of a feature, or opens an ended one again with nobody enrolled. */
  define(request: DefineTrial, options: CallOptions = {}): Promise<TrialView> {
    return change(this.#transport, path, request, options);
  }

  rename(trialId: string, request: RenameTrial, options: CommandOptions = {}): Promise<TrialView> {
    return change(this.#transport, `${pathOf(trialId)}/name`, request, options);
  }

  /** Ends a trial for every organization in it. */
  end(trialId: string, options: CommandOptions = {}): Promise<TrialView> {
    return change(this.#transport, `${pathOf(trialId)}/ending`, undefined, options);
  }
}

function pathOf(trialId: string): string {
  return `${path}/${encodeURIComponent(trialId)}`;
}
