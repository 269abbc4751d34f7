import { staffTicketList } from '@teo-support/core';
import { describe, expect, test } from 'vitest';
import { filterNames, filtersOf, isNarrowed, noFilters, queryOf, searchOf } from './filters.js';

describe('the filters of the queue', () => {
  test('are those that the list declares', () => {
    expect([...filterNames].sort()).toEqual(Object.keys(staffTicketList.filters).sort());
  });

  test('survive the address bar', () => {
    const filters = {
      status: 'pending',
      service: 'technical',
      agent: 'none',
      type: 'rnd',
      priority: 'urgent',
      organization: 'org-1',
      turn: 'requester',
      asked: 'sales',
      merged: 'only',
      overdue: 'true',
      q: 'émargement 500',
      sort: '-changed',
    } as const;
    expect(filtersOf(searchOf(filters))).toEqual(filters);
  });

  test('leave the address clean while they change nothing', () => {
    expect(searchOf(noFilters)).toBe('');
    expect(searchOf({ ...noFilters, q: '   ' })).toBe('');
    expect(filtersOf('?sort=due')).toEqual(noFilters);
  });

  test('ignore what makes no sense in an address', () => {
    expect(filtersOf('?status=lost&service=kitchen&agent=&overdue=perhaps&sort=luck')).toEqual(noFilters);
  });

  test('are sent with the person for whom “me” stands', () => {
    expect(queryOf({ ...noFilters, agent: 'me', q: ' x ' }, 'staff-1')).toMatchObject({
      agent: 'staff-1',
      q: 'x',
    });
    expect(queryOf({ ...noFilters, agent: 'none' }, 'staff-1')).toMatchObject({ agent: 'none' });
    expect(queryOf(noFilters, 'staff-1').status).toBeUndefined();
  });

  test('an order alone narrows nothing', () => {
    expect(isNarrowed({ ...noFilters, sort: 'priority' })).toBe(false);
    expect(isNarrowed({ ...noFilters, turn: 'team' })).toBe(true);
  });
});
