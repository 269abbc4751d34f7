import { expect, it } from 'vitest';
import { suspectsOfPlaywright, suspectsOfVitest } from './suspects.mjs';

/**
 * @param {string} name
 * @param {string} status
 * @param {...string} statuses
 */
const file = (name, status, ...statuses) => ({
  name: `/repository/${name}`,
  status,
  assertionResults: statuses.map((one, index) => ({ fullName: `test ${index}`, status: one })),
});

it('finds the files of which something failed, with all that did not pass in them', () => {
  const testResults = [
    file('a.test.ts', 'passed', 'passed', 'passed'),
    file('b.test.ts', 'failed', 'passed', 'failed', 'skipped'),
  ];
  expect(suspectsOfVitest({ testResults }, '/repository')).toEqual([
    { file: 'b.test.ts', names: ['test 1', 'test 2'], select: ['b.test.ts'], failed: 2 },
  ]);
});

it('finds a file that could not be loaded, or whose end failed', () => {
  const testResults = [file('a.test.ts', 'failed'), file('b.test.ts', 'failed', 'passed')];
  expect(suspectsOfVitest({ testResults }, '/repository')).toMatchObject([
    { file: 'a.test.ts', failed: 1 },
    { file: 'b.test.ts', failed: 1 },
  ]);
});

it('has no suspicion of what was skipped without a failure', () => {
  expect(suspectsOfVitest({ testResults: [file('a.test.ts', 'passed', 'skipped')] }, '/repository')).toEqual(
    [],
  );
});

it('finds the tests of Playwright by file and line', () => {
  const spec = (/** @type {number} */ line, /** @type {string} */ status) => ({
    title: `the test of line ${line}`,
    file: 'demo/a.e2e.ts',
    line,
    tests: [{ status }],
  });
  const specs = [spec(3, 'expected'), spec(7, 'unexpected'), spec(7, 'unexpected'), spec(9, 'skipped')];
  expect(suspectsOfPlaywright({ suites: [{ suites: [{ specs }] }] })).toEqual([
    {
      file: 'demo/a.e2e.ts',
      names: ['the test of line 7', 'the test of line 7'],
      select: ['demo/a.e2e.ts:7'],
      failed: 2,
    },
  ]);
});

it.each([undefined, {}])('finds nothing without a report', (report) => {
  expect(suspectsOfVitest(report, '/')).toEqual([]);
  expect(suspectsOfPlaywright(report)).toEqual([]);
});
