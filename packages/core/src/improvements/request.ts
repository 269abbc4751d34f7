import type { ActorRef } from '../people/actor.js';
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

export const improvementStatuses = ['submitted', ...decidedStatuses] as const;
export type ImprovementStatus = (typeof improvementStatuses)[number];

/** One decision on a request, as it was published with the month's review. */
export interface PublishedDecision {
  readonly month: Month;
  readonly status: DecidedStatus;
  readonly rationale: Written;
  readonly at: Instant;
}

/** What was written under a request: by someone of the team it is an answer. */
export interface ForumComment {
  readonly by: ActorRef;
  readonly at: Instant;
  readonly hidden: boolean;
}

/** Where téo has it by now. */
export interface Implementation {
  readonly release: string;
  /** Id of the article of the FAQ that explains it. */
  readonly article: string | null;
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
  readonly comments: ReadonlyMap<string, ForumComment>;
  /** The request in which it goes on, as it asks for the same. */
  readonly mergedInto: string | null;
  /** The requests that go on in this one. */
  readonly merged: readonly string[];
  readonly hidden: boolean;
  readonly implementation: Implementation | null;
  readonly version: number;
}

/** Where a request stands: `submitted` until its first decision. */
export function statusOf(request: Pick<ImprovementRequest, 'decisions'>): ImprovementStatus {
  return request.decisions.at(-1)?.status ?? 'submitted';
}

/** The requests whose votes and words count for this one: itself and those that go on in it. */
export function familyOf({ id, merged }: Pick<ImprovementRequest, 'id' | 'merged'>): readonly string[] {
  return [id, ...merged];
}
