import { type Service, services, type TicketStatus, ticketStatuses } from '@teo-support/core';
import type { StaffListQuery } from '@teo-support/sdk';

/** What the queue is narrowed down to. It lives in the address, so that a view of the queue can be shared. */
export interface QueueFilters {
  readonly status: TicketStatus | 'unresolved';
  readonly service: Service | null;
  /** The id of a person, `me`, `none` for tickets that nobody has, or `null` for everyone's. */
  readonly agent: string | null;
  readonly q: string;
}

export const noFilters: QueueFilters = { status: 'unresolved', service: null, agent: null, q: '' };

/** The filters of an address; what makes no sense in it is left out. */
export function filtersOf(search: string): QueueFilters {
  const params = new URLSearchParams(search);
  return {
    status: ticketStatuses.find((status) => status === params.get('status')) ?? 'unresolved',
    service: services.find((service) => service === params.get('service')) ?? null,
    agent: params.get('agent') || null,
    q: params.get('q') ?? '',
  };
}

/** The address of filters, without those that change nothing. */
export function searchOf(filters: QueueFilters): string {
  const params = new URLSearchParams();
  if (filters.status !== 'unresolved') params.set('status', filters.status);
  if (filters.service !== null) params.set('service', filters.service);
  if (filters.agent !== null) params.set('agent', filters.agent);
  if (filters.q.trim() !== '') params.set('q', filters.q);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** The same filters as the API takes them. */
export function queryOf(filters: QueueFilters, memberId: string): StaffListQuery {
  const q = filters.q.trim();
  return {
    status: filters.status,
    ...(filters.service === null ? {} : { service: filters.service }),
    ...(filters.agent === null ? {} : { agent: filters.agent === 'me' ? memberId : filters.agent }),
    ...(q === '' ? {} : { q: q.slice(0, 200) }),
  };
}
