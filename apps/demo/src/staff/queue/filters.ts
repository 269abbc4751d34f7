import { type ListFilter, staffTicketList } from '@teo-support/core';
import type { StaffListQuery } from '@teo-support/sdk';

const declared = staffTicketList.filters;

/** What the queue can be narrowed down by: as core declares it, for the server and for this screen. */
export type FilterName = keyof typeof declared;
export type SortName = (typeof staffTicketList.sorts)[number]['name'];

/**
 * What the queue is narrowed down to. It lives in the address, so that a view of the queue can be shared. The agent may
 * also be `me`; `null` is what the server means when nothing is said.
 */
export type QueueFilters = { readonly [F in FilterName]: string | null } & {
  readonly q: string;
  readonly sort: SortName | null;
};

function eachFilter<T>(of: (name: FilterName) => T): { readonly [F in FilterName]: T } {
  return {
    status: of('status'),
    service: of('service'),
    agent: of('agent'),
    type: of('type'),
    priority: of('priority'),
    organization: of('organization'),
    asked: of('asked'),
    turn: of('turn'),
    merged: of('merged'),
    overdue: of('overdue'),
  };
}

/** In the order in which they are offered. */
export const filterNames: readonly FilterName[] = Object.values(eachFilter((name) => name));

function filterOf(name: FilterName): ListFilter {
  return declared[name];
}

export const noFilters: QueueFilters = { ...eachFilter(() => null), q: '', sort: null };

/** The filters of an address; what makes no sense in it is left out. */
export function filtersOf(search: string): QueueFilters {
  const params = new URLSearchParams(search);
  return {
    ...eachFilter((name) => fitting(filterOf(name), params.get(name))),
    q: params.get('q') ?? '',
    sort: sortNamed(params.get('sort')),
  };
}

export function sortNamed(name: string | null): SortName | null {
  const [usual, ...others] = staffTicketList.sorts;
  return name === usual.name ? null : (others.find((sort) => sort.name === name)?.name ?? null);
}

function fitting(filter: ListFilter, value: string | null): string | null {
  if (value === null || value === '') return null;
  switch (filter.kind) {
    case 'choice':
      return filter.options.includes(value) ? value : null;
    case 'flag':
      return value === 'true' || value === 'false' ? value : null;
    case 'id':
      return value;
  }
}

/** The address of filters, without those that change nothing. */
export function searchOf(filters: QueueFilters): string {
  const params = new URLSearchParams();
  for (const name of [...filterNames, 'q', 'sort'] as const) {
    const value = filters[name];
    if (value !== null && value.trim() !== '') params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether anything but the order was chosen. */
export function isNarrowed(filters: QueueFilters): boolean {
  return searchOf({ ...filters, sort: null }) !== '';
}

/** The same filters as the API takes them. */
export function queryOf(filters: QueueFilters, memberId: string): StaffListQuery {
  const q = filters.q.trim();
  return {
    status: oneOf(declared.status.options, filters.status),
    service: oneOf(declared.service.options, filters.service),
    agent: filters.agent === 'me' ? memberId : (filters.agent ?? undefined),
    type: oneOf(declared.type.options, filters.type),
    priority: oneOf(declared.priority.options, filters.priority),
    organization: filters.organization ?? undefined,
    asked: oneOf(declared.asked.options, filters.asked),
    turn: oneOf(declared.turn.options, filters.turn),
    merged: oneOf(declared.merged.options, filters.merged),
    overdue: oneOf(['true', 'false'], filters.overdue),
    q: q === '' ? undefined : q.slice(0, 200),
    sort: filters.sort ?? undefined,
  } satisfies { readonly [F in FilterName]: unknown } & StaffListQuery;
}

function oneOf<const O extends string>(options: readonly O[], value: string | null): O | undefined {
  return options.find((option) => option === value);
}
