import { describe, expect, test } from 'vitest';
import { filtersOf, noFilters, queryOf, searchOf } from './filters.js';

describe('the filters of the queue', () => {
  test('survive the address bar', () => {
    const filters = { status: 'pending', service: 'technical', agent: 'none', q: 'émargement 500' } as const;
    expect(filtersOf(searchOf(filters))).toEqual(filters);
  });

  test('leave the address clean while they change nothing', () => {
    expect(searchOf(noFilters)).toBe('');
    expect(searchOf({ ...noFilters, q: '   ' })).toBe('');
  });

  test('ignore what makes no sense in an address', () => {
    expect(filtersOf('?status=lost&service=kitchen&agent=')).toEqual(noFilters);
  });

  test('are sent with the person for whom “me” stands', () => {
    expect(queryOf({ ...noFilters, agent: 'me', q: ' x ' }, 'staff-1')).toEqual({
      status: 'unresolved',
      agent: 'staff-1',
      q: 'x',
    });
    expect(queryOf({ ...noFilters, agent: 'none' }, 'staff-1')).toMatchObject({ agent: 'none' });
  });
});
