import { expect, test } from 'vitest';
import { filtersOf, noFilters, queryOf, searchOf } from './list-filters.js';

test.each(['', '?q=avoir&state=published&stage=to_review&module=invoicing&due=true', '?stage=writing'])(
  'an address comes back from its filters: %s',
  (search) => {
    expect(searchOf(filtersOf(search))).toBe(search);
  },
);

test('what makes no sense in an address is left out', () => {
  expect(filtersOf('?state=x&stage=&module=y&due=1')).toEqual(noFilters);
});

test('the API is asked for what was chosen, and for nothing else', () => {
  expect(queryOf(noFilters)).toEqual({});
  expect(queryOf(filtersOf('?q=%20avoir%20&due=true&state=draft'))).toEqual({
    q: 'avoir',
    due: 'true',
    state: 'draft',
  });
});
