import { type DecidedStatus, decidedStatuses, type TeoModule, teoModules } from '@teo-support/core';
import type { StaffImprovementListQuery } from '@teo-support/sdk';
import { startOfDay } from '../../time/calendar.js';

/** What the roadmap is narrowed down to. It lives in the address. */
export interface RoadmapFilters {
  readonly module: TeoModule | null;
  readonly status: DecidedStatus | null;
  /** Local dates, both included: `2026-11-24`; empty for any. */
  readonly from: string;
  readonly to: string;
}

export const noFilters: RoadmapFilters = { module: null, status: null, from: '', to: '' };

export function filtersOf(search: string): RoadmapFilters {
  const params = new URLSearchParams(search);
  const day = (name: string) => {
    const value = params.get(name) ?? '';
    return startOfDay(value) === null ? '' : value;
  };
  return {
    module: teoModules.find((module) => module === params.get('module')) ?? null,
    status: decidedStatuses.find((status) => status === params.get('status')) ?? null,
    from: day('from'),
    to: day('to'),
  };
}

export function searchOf({ module, status, from, to }: RoadmapFilters): string {
  const params = new URLSearchParams();
  for (const [name, value] of [
    ['module', module],
    ['status', status],
    ['from', from],
    ['to', to],
  ] as const) {
    if (value !== null && value !== '') params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** The statuses that are shown. */
export function shownStatuses({ status }: RoadmapFilters): readonly DecidedStatus[] {
  return status === null ? decidedStatuses : [status];
}

/** The requests of one status as the API takes them: whole days of Paris. */
export function queryOf(
  { module, from, to }: RoadmapFilters,
  status: DecidedStatus,
): StaffImprovementListQuery {
  const [decidedFrom, decidedBefore] = [startOfDay(from), startOfDay(to, 1)];
  return {
    status,
    sort: 'decided',
    ...(module === null ? {} : { module }),
    ...(decidedFrom === null ? {} : { decidedFrom }),
    ...(decidedBefore === null ? {} : { decidedBefore }),
  };
}
