import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { errorRecord } from './error-record.js';

test('a failed query is told without its parameters, with its cause and its place', () => {
  const cause = Object.assign(new Error('no such table: tickets'), { code: 'SQLITE_ERROR' });
  const record = errorRecord(
    new DrizzleQueryError('select * from tickets where subject = ?', ['secret words'], cause),
  );
  expect(record).toMatchObject({
    message: 'Failed query: select * from tickets where subject = ?',
    cause: { type: 'Error', code: 'SQLITE_ERROR', message: 'no such table: tickets' },
  });
  expect(record.at.join()).toContain('error-record.test.ts');
  expect(JSON.stringify(record)).not.toContain('secret words');
});

test('what is no error is told as such, whatever it holds', () => {
  expect(JSON.stringify(errorRecord('secret words'))).not.toContain('secret words');
});
