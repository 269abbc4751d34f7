import type { StaffActor, SystemActor, TeomasterActor } from '../people/actor.js';
import { fileId, organizationId, staffId, teomasterId } from '../people/ids.js';
import type { Service } from '../people/service.js';
import { type Instant, publishedPolicy } from '../service-level/policy.js';
import { write } from '../text/written.js';
import type { FileRef } from '../ticket-types/answers.js';
import type { Entitlements } from '../ticket-types/entitlements.js';
import type { DecisionContext } from '../tickets/decision.js';

/** 2026-06-01, 10:00 in Paris: far from any change of daylight saving. */
export const start: Instant = Date.UTC(2026, 5, 1, 8);
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const lyon = organizationId('org_lyon');
export const brest = organizationId('org_brest');

export const claire: TeomasterActor = {
  kind: 'teomaster',
  id: teomasterId('tm_claire'),
  organizationId: lyon,
};
/** Of the same organization as Claire. */
export const karim: TeomasterActor = { kind: 'teomaster', id: teomasterId('tm_karim'), organizationId: lyon };
/** Of another organization. */
export const yann: TeomasterActor = { kind: 'teomaster', id: teomasterId('tm_yann'), organizationId: brest };

export const sofia = staff('st_sofia', 'customer');
export const hugo = staff('st_hugo', 'technical');
export const amel = staff('st_amel', 'training');

/** The passing of time. */
export const time: SystemActor = { kind: 'system' };

export function staff(id: string, ...services: readonly Service[]): StaffActor {
  return { kind: 'staff', id: staffId(id), role: 'agent', services };
}

export function upload(id: string): FileRef {
  return {
    id: fileId(id),
    digest: 'a'.repeat(64),
    mediaType: 'image/png',
    bytes: 1024,
    name: write(`${id}.png`),
  };
}

/** What Claire's organization may speak of: one course that was delivered, one feature that it tests. */
export const entitlements: Entitlements = {
  trainings: [{ id: 'tr_1', title: 'Prendre en main téo', deliveredOn: '2026-05-12' }],
  trials: [{ id: 'ft_1', name: 'Agenda partagé' }],
};
export const nothingElse: Entitlements = { trainings: [], trials: [] };

/** Who gives a command, when, under which policy: Sofia, at the start, under the published one. */
export function context(changes: Partial<DecisionContext> = {}): DecisionContext {
  return { actor: sofia, now: start, policy: publishedPolicy, ...changes };
}
