import { type ImprovementStatus, improvementStatuses, type TeoModule, teoModules } from '@teo-support/core';
import type { StaffImprovementListQuery } from '@teo-support/sdk';

export const shelves = ['open', 'merged', 'hidden'] as const;
export const sorts = ['votes', 'oldest', 'newest', 'decided'] as const;

/** What the list is narrowed down to. It lives in the address, so that a view of the list can be shared. */
export interface ImprovementFilters {
  readonly q: string;
  readonly status: ImprovementStatus | null;
  readonly module: TeoModule | null;
  readonly shelf: (typeof shelves)[number];
  readonly sort: (typeof sorts)[number];
  readonly overdue: boolean;
  /** Id of an organization that voted. */
  readonly organization: string | null;
}

export const noFilters: ImprovementFilters = {
  q: '',
  status: null,
  module: null,
  shelf: 'open',
  sort: 'votes',
  overdue: false,
  organization: null,
};

/** The filters of an address; what makes no sense in it is left out. */
export function filtersOf(search: string): ImprovementFilters {
  const params = new URLSearchParams(search);
  return {
    q: params.get('q') ?? '',
    status: oneOf(improvementStatuses, params.get('status')),
    module: oneOf(teoModules, params.get('module')),
    shelf: oneOf(shelves, params.get('shelf')) ?? noFilters.shelf,
    sort: oneOf(sorts, params.get('sort')) ?? noFilters.sort,
    overdue: params.get('overdue') === 'true',
    organization: params.get('organization'),
  };
}

/** The address of filters, without those that change nothing. */
export function searchOf({ q, overdue, ...chosen }: ImprovementFilters): string {
  const params = new URLSearchParams();
  if (q.trim() !== '') params.set('q', q);
  for (const name of ['status', 'module', 'shelf', 'sort', 'organization'] as const) {
    const value = chosen[name];
    if (value !== null && value !== noFilters[name]) params.set(name, value);
  }
  if (overdue) params.set('overdue', 'true');
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** The same filters as the API takes them. */
export function queryOf(filters: ImprovementFilters): StaffImprovementListQuery {
  const { q, status, module, shelf, sort, overdue, organization } = filters;
  const typed = q.trim().slice(0, 200);
  return {
    shelf,
    sort,
    ...(typed === '' ? {} : { q: typed }),
    ...(status === null ? {} : { status }),
    ...(module === null ? {} : { module }),
    ...(organization === null ? {} : { organization: organization.slice(0, 64) }),
    ...(overdue ? { overdue: 'true' } : {}),
  };
}

function oneOf<const O extends string>(options: readonly O[], value: string | null): O | null {
  return options.find((option) => option === value) ?? null;
}
