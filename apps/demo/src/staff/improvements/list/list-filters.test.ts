import { expect, test } from 'vitest';
import { filtersOf, noFilters, queryOf, searchOf } from './list-filters.js';

test.each([
  '',
  '?q=impay%C3%A9s',
  '?status=submitted&module=calendar&sort=oldest&overdue=true',
  '?status=planned&shelf=merged&organization=org-1',
])('an address says what it says after it was read: %s', (search) => {
  expect(searchOf(filtersOf(search))).toBe(search);
});

test('what makes no sense in an address is left out', () => {
  expect(filtersOf('?status=won&module=x&shelf=all&sort=age&overdue=1')).toEqual(noFilters);
});

test('the API is asked for what was chosen, and for no more words than it takes', () => {
  expect(queryOf(noFilters)).toEqual({ shelf: 'open', sort: 'votes' });
  const asked = queryOf({ ...noFilters, q: ` ${'a'.repeat(300)}`, status: 'planned', overdue: true });
  expect(asked).toEqual({
    shelf: 'open',
    sort: 'votes',
    q: 'a'.repeat(200),
    status: 'planned',
    overdue: 'true',
  });
});
