import { type ImprovementStatus, improvementStatuses, type TeoModule, teoModules } from '@teo-support/core';
import type { ImprovementListQuery } from '@teo-support/core/contract';

/** Of whom the requests are that a list shows. */
export const listWhoms = ['all', 'mine', 'organization', 'voted', 'voted_organization', 'followed'] as const;
export const listSorts = ['votes', 'newest', 'decided'] as const;
/** What a list can be narrowed to: a status, or those whose first decision is late. */
export const listStatuses = [...improvementStatuses, 'overdue'] as const;

/** What a list of requests shows. */
export interface ListFilter {
  readonly q: string;
  readonly whose: (typeof listWhoms)[number];
  readonly module: TeoModule | '';
  readonly status: ImprovementStatus | 'overdue' | '';
  readonly sort: (typeof listSorts)[number];
}

export const wholeForum: ListFilter = { q: '', whose: 'all', module: '', status: '', sort: 'votes' };

const whose: Readonly<Record<ListFilter['whose'], ImprovementListQuery>> = {
  all: {},
  mine: { author: 'me' },
  organization: { author: 'organization' },
  voted: { voted: 'me' },
  voted_organization: { voted: 'organization' },
  followed: { followed: 'true' },
};

/** As the API is asked for it. */
export function queryOf({ q, whose: whom, module, status, sort }: ListFilter): ImprovementListQuery {
  return {
    ...whose[whom],
    sort,
    ...(q.trim() === '' ? {} : { q: q.trim() }),
    ...(module === '' ? {} : { module }),
    ...(status === '' ? {} : status === 'overdue' ? { overdue: 'true' } : { status }),
  };
}

/** A filter as an address names it; what an address does not say, or says wrongly, is as in the whole forum. */
export function filterIn(params: URLSearchParams): ListFilter {
  const one = <T extends string>(known: readonly T[], name: string) =>
    known.find((value) => value === params.get(name));
  return {
    q: params.get('q') ?? '',
    whose: one(listWhoms, 'whose') ?? 'all',
    module: one(teoModules, 'module') ?? '',
    status: one(listStatuses, 'status') ?? '',
    sort: one(listSorts, 'sort') ?? 'votes',
  };
}

/** What of a filter an address has to say. */
export function paramsOf(filter: Partial<ListFilter>): URLSearchParams {
  const whole: Readonly<Record<string, string>> = { ...wholeForum };
  return new URLSearchParams(Object.entries(filter).filter(([name, value]) => value !== whole[name]));
}

export function isNarrowed({ sort: _sort, ...filter }: ListFilter): boolean {
  return paramsOf(filter).size > 0;
}
