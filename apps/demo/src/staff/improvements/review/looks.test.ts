import type { StaffReview } from '@teo-support/sdk';
import { expect, test } from 'vitest';
import { aRequest } from '../../testing/forum.js';
import { lookedAtBy, remarksOn } from './looks.js';

const julien = { id: 'j', name: 'Julien' };
const sarah = { id: 's', name: 'Sarah' };
const draft: StaffReview['drafts'][number] = {
  improvement: aRequest({ id: 'i-1' }),
  status: 'planned',
  rationale: 'Elle vient avec la prochaine version.',
  by: julien,
  at: '2026-11-20T09:00:00Z',
};
const remark = (by: typeof julien, at: string, improvement = 'i-1') => ({
  improvement,
  by,
  at,
  text: 'Bien.',
});

test('a decision has had a second look once somebody else said something of it as it is written', () => {
  expect(lookedAtBy(draft, [])).toEqual([]);
  expect(lookedAtBy(draft, [remark(julien, '2026-11-21T09:00:00Z')])).toEqual([]);
  // Before it was written anew.
  expect(lookedAtBy(draft, [remark(sarah, '2026-11-19T09:00:00Z')])).toEqual([]);
  expect(lookedAtBy(draft, [remark(sarah, '2026-11-21T09:00:00Z', 'i-2')])).toEqual([]);
  const twice = [remark(sarah, '2026-11-21T09:00:00Z'), remark(sarah, '2026-11-22T09:00:00Z')];
  expect(lookedAtBy(draft, twice)).toEqual(['Sarah']);
});

test('what was said of a request stands with it', () => {
  const all = [remark(sarah, '2026-11-21T09:00:00Z'), remark(sarah, '2026-11-21T09:00:00Z', 'i-2')];
  expect(remarksOn(draft, all)).toHaveLength(1);
});
