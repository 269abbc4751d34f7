import { expect, test } from 'vitest';
import { aTicket } from '../../testing/tickets.js';
import { linkChoices, linkField, readRequalification } from './requalification-draft.js';

test('a type that is linked to something of the organization asks for it', () => {
  expect(linkField('usage_question')).toBeUndefined();
  const field = linkField('training_follow_up');
  expect(field?.kind).toBe('training');
  expect(field === undefined ? [] : linkChoices(field, aTicket())).toEqual([
    { id: 'f-12', title: 'Prendre en main les dossiers', deliveredOn: '2026-09-18' },
  ]);
});

test('a kept requalification is read back, and nothing else is taken for one', () => {
  const kept = { type: 'rnd', reason: 'r', link: 'x' } as const;
  expect(readRequalification({ ...kept })).toEqual(kept);
  expect(readRequalification({ reason: 'r', type: 'rumour' })).toEqual({ type: null, reason: 'r', link: '' });
  expect(readRequalification('r')).toBeNull();
});
