import type {
  CorrectTraining,
  EnrolmentView,
  OrganizationChange,
  OrganizationChangePage,
  OrganizationChangesQuery,
  OrganizationDetail,
  OrganizationListQuery,
  OrganizationPage,
  OrganizationSummary,
  RecordTraining,
  TrainingRecordView,
  WithdrawTraining,
} from '@teo-support/core/contract';
import { Page } from '../pages.js';
import type { CallOptions, Transport } from '../transport/transport.js';
import type { CommandOptions } from './tickets.js';

const path = '/v1/staff/organizations';

/**
 * The client organizations, and what their tickets may be linked to. Changes may be repeated: what stands already is
 * answered as it is.
 */
export class StaffOrganizations {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** The organizations by name, with their open tickets counted. */
  list(query: OrganizationListQuery = {}, options: CallOptions = {}): Promise<Page<OrganizationSummary>> {
    return pages<OrganizationSummary, OrganizationPage>(this.#transport, path, { ...query }, options);
  }

  /** One organization with its people, training courses and trials. */
  get(organizationId: string, options: CallOptions = {}): Promise<OrganizationDetail> {
    return this.#transport.json({
      method: 'GET',
      path: pathOf(organizationId),
      repeatable: true,
      ...options,
    });
  }

  /** Who changed what its tickets may be linked to, latest first. */
  changes(
    organizationId: string,
    query: OrganizationChangesQuery = {},
    options: CallOptions = {},
  ): Promise<Page<OrganizationChange>> {
    const place = `${pathOf(organizationId)}/changes`;
    return pages<OrganizationChange, OrganizationChangePage>(this.#transport, place, { ...query }, options);
  }

  /** Records a training course that was delivered; new tickets can be linked to it at once. */
  recordTraining(
    organizationId: string,
    request: RecordTraining,
    options: CallOptions = {},
  ): Promise<TrainingRecordView> {
    return change(this.#transport, `${pathOf(organizationId)}/trainings`, request, options);
  }

  /** Corrects title or date. Tickets keep what they were linked to. */
  correctTraining(
    organizationId: string,
    trainingId: string,
    request: CorrectTraining,
    options: CommandOptions = {},
  ): Promise<TrainingRecordView> {
    const place = `${pathOf(organizationId)}/trainings/${encodeURIComponent(trainingId)}`;
    return change(this.#transport, `${place}/correction`, request, options);
  }

  /** Withdraws a training course: no new ticket can be linked to it. */
  withdrawTraining(
    organizationId: string,
    trainingId: string,
    request: WithdrawTraining,
    options: CommandOptions = {},
  ): Promise<TrainingRecordView> {
    const place = `${pathOf(organizationId)}/trainings/${encodeURIComponent(trainingId)}`;
    return change(this.#transport, `${place}/withdrawal`, request, options);
  }

  /** Enrols the organization in an open trial: its téomasters can file R&D tickets about the feature at once. */
  enrol(organizationId: string, trialId: string, options: CallOptions = {}): Promise<EnrolmentView> {
    return change(this.#transport, `${pathOf(organizationId)}/trials`, { trial: trialId }, options);
  }

  /** Ends its part in a trial. Its tickets stay as they are. */
  endEnrolment(
    organizationId: string,
    trialId: string,
    options: CommandOptions = {},
  ): Promise<EnrolmentView> {
    const place = `${pathOf(organizationId)}/trials/${encodeURIComponent(trialId)}/ending`;
    return change(this.#transport, place, undefined, options);
  }
}

function pathOf(organizationId: string): string {
  return `${path}/${encodeURIComponent(organizationId)}`;
}

/** A change that has its effect once, however often it is sent. */
export function change<T>(
  transport: Transport,
  place: string,
  json: unknown,
  options: CommandOptions,
): Promise<T> {
  return transport.json({
    method: 'POST',
    path: place,
    json,
    headers: options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` },
    // With a version to match, a second try would be told that the first one has changed it.
    repeatable: options.ifMatch === undefined,
    signal: options.signal,
  });
}

interface PageOf<T> {
  readonly items: T[];
  readonly total: number;
  readonly nextCursor: string | null;
}

/** A list page by page. */
export async function pages<T, P extends PageOf<T>>(
  transport: Transport,
  place: string,
  query: Readonly<Record<string, string | number | undefined>>,
  options: CallOptions,
): Promise<Page<T>> {
  const page = await transport.json<P>({
    method: 'GET',
    path: place,
    query,
    repeatable: true,
    ...options,
  });
  const { nextCursor } = page;
  const next =
    nextCursor === null
      ? null
      : () => pages<T, P>(transport, place, { ...query, cursor: nextCursor }, options);
  return new Page(page, next);
}
