import { expect, test } from 'vitest';
import { scheduleOf, type Terms } from './schedule.js';

const terms: Terms = {
  total: 480_000,
  funded: 360_000,
  depositPercent: 30,
  depositBase: 'total',
  installments: 3,
};

test('counted on the whole price, the deposit is more than a well-funded company owes: the question to ask', () => {
  expect(scheduleOf(terms)).toEqual({ company: 120_000, deposit: 144_000, parts: [-8_000, -8_000, -8_000] });
});

test('counted on the company’s own share, it is not', () => {
  const { deposit, parts } = scheduleOf({ ...terms, depositBase: 'company' });
  expect(deposit).toBe(36_000);
  expect(parts).toEqual([28_000, 28_000, 28_000]);
});

test.each([1, 3, 7, 12])(
  'deposit and %i parts make up the share to the cent, whatever is rounded',
  (installments) => {
    for (const total of [1, 99_999, 100_001, 333_333]) {
      const { company, deposit, parts } = scheduleOf({ ...terms, total, funded: 17, installments });
      expect(parts).toHaveLength(installments);
      expect(parts.reduce((sum, part) => sum + part, deposit)).toBe(company);
    }
  },
);
