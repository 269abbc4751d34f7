import { expect, test } from 'vitest';
import { RecordCount } from './record-count.js';

const text = '\uFEFFRéférence;Sujet\r\nTEO-1;"Deux\r\nlignes ""citées"""\r\nTEO-2;Une\r\n';

test.each([1, 2, 7, 1000])('counts tickets, not line breaks in cells, in pieces of %i bytes', (size) => {
  const bytes = new TextEncoder().encode(text);
  const count = new RecordCount();
  for (let start = 0; start < bytes.length; start += size) count.add(bytes.subarray(start, start + size));
  expect(count.tickets).toBe(2);
});

test('nothing is no ticket, and neither are headings', () => {
  const count = new RecordCount();
  expect(count.tickets).toBe(0);
  count.add(new TextEncoder().encode('\uFEFFRéférence;Sujet\r\n'));
  expect(count.tickets).toBe(0);
});
