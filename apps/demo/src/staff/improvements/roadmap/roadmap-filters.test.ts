import { expect, test } from 'vitest';
import { filtersOf, noFilters, queryOf, searchOf, shownStatuses } from './roadmap-filters.js';

test.each(['', '?module=calendar&status=planned&from=2026-11-01&to=2026-11-30'])(
  'an address says what it says after it was read: %s',
  (search) => {
    expect(searchOf(filtersOf(search))).toBe(search);
  },
);

test('what makes no sense in an address is left out', () => {
  expect(filtersOf('?module=x&status=submitted&from=hier&to=2026-02-30x')).toEqual(noFilters);
});

test('days are whole ones of Paris, the last one included', () => {
  const filters = filtersOf('?from=2026-11-01&to=2026-11-30');
  expect(queryOf(filters, 'planned')).toEqual({
    status: 'planned',
    sort: 'decided',
    decidedFrom: '2026-10-31T23:00:00.000Z',
    decidedBefore: '2026-11-30T23:00:00.000Z',
  });
  expect(shownStatuses(filters)).toHaveLength(5);
  expect(shownStatuses({ ...filters, status: 'postponed' })).toEqual(['postponed']);
});
