import { expect, test } from 'vitest';
import { gapKey } from './gap-key.js';

test.each([
  ['mode sombre', 'Mode sombre ?', 'le mode sombre', 'sombre mode', 'MODES SOMBRES'],
  ['traduire en espagnol', 'TRADUIRE téo en espagnol'.replace(' téo', ''), 'traduire l’espagnol'],
])('%s is the same gap however it is typed', (one, ...others) => {
  for (const other of others) expect(gapKey(other)).toBe(gapKey(one));
});

test('other words are another gap, and no words are none', () => {
  expect(gapKey('mode sombre')).not.toBe(gapKey('mode clair'));
  expect(gapKey(' ?! ')).toBe('');
});
