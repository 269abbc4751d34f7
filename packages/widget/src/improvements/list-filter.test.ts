import { describe, expect, test } from 'vitest';
import { filterIn, isNarrowed, type ListFilter, paramsOf, queryOf, wholeForum } from './list-filter.js';

const narrowed: ListFilter = {
  q: ' convention ',
  whose: 'voted_organization',
  module: 'documents',
  status: 'planned',
  sort: 'decided',
};

describe('a filter', () => {
  test('is asked of the API', () => {
    expect(queryOf(wholeForum)).toEqual({ sort: 'votes' });
    expect(queryOf(narrowed)).toEqual({
      q: 'convention',
      voted: 'organization',
      module: 'documents',
      status: 'planned',
      sort: 'decided',
    });
    expect(queryOf({ ...wholeForum, status: 'overdue', whose: 'mine' })).toEqual({
      sort: 'votes',
      overdue: 'true',
      author: 'me',
    });
  });

  test('comes back from its address', () => {
    expect(filterIn(paramsOf(narrowed))).toEqual(narrowed);
    expect(paramsOf(wholeForum).size).toBe(0);
    expect(filterIn(new URLSearchParams())).toEqual(wholeForum);
  });

  test('of an address that somebody has made up is the whole forum', () => {
    expect(filterIn(new URLSearchParams('whose=god&module=kitchen&status=done&sort=best'))).toEqual(
      wholeForum,
    );
  });

  test('that only sorts takes nothing away', () => {
    expect(isNarrowed({ ...wholeForum, sort: 'newest' })).toBe(false);
    expect(isNarrowed(narrowed)).toBe(true);
  });
});
