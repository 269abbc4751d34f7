import type { OrganizationId, TeomasterId } from '../people/ids.js';
import type { Month } from '../service-level/calendar.js';
import type { Instant } from '../service-level/policy.js';
import type { Written } from '../text/written.js';
import type { TeoModule } from '../ticket-types/teo-modules.js';

/** « Planifiée, En cours de réalisation, Reportée, Mise en œuvre, Non sélectionnée ». */
export const decidedStatuses = [
  'planned',
  'in_progress',
  'postponed',
  'implemented',
  'not_selected',
] as const;
export type DecidedStatus = (typeof decidedStatuses)[number];

/** One decision on a request, as it was published with the month's review. */
export interface PublishedDecision {
  readonly month: Month;
  readonly status: DecidedStatus;
  readonly rationale: Written;
  readonly at: Instant;
}

/** What a téomaster wishes for: « En tant que (fonction), je souhaiterais que (besoin) afin de (explication) ». */
export interface ImprovementRequest {
  readonly id: string;
  readonly organizationId: OrganizationId;
  readonly authorId: TeomasterId;
  readonly role: Written;
  readonly need: Written;
  readonly purpose: Written;
  readonly module: TeoModule;
  readonly submittedAt: Instant;
  /** Every decision ever made, oldest first. The last one is what stands. */
  readonly decisions: readonly PublishedDecision[];
  readonly version: number;
}

/** Where a request stands: `submitted` until its first decision. */
export function statusOf(request: ImprovementRequest): DecidedStatus | 'submitted' {
  return request.decisions.at(-1)?.status ?? 'submitted';
}
