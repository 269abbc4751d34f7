import { describe, expect, it } from 'vitest';
import { countCheck, countPlaywright, countVitest, sum } from './count.mjs';

/** @param {...string} statuses */
const file = (...statuses) => ({
  name: 'a.test.ts',
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, index) => ({ fullName: `test ${index}`, status })),
});

describe('a run of Vitest', () => {
  it('counts each test of each file', () => {
    const report = { testResults: [file('passed', 'passed'), file('passed', 'failed')] };
    expect(countVitest(report, 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  it.each(['skipped', 'pending', 'todo', 'disabled'])(
    'counts a test that is %s as failed, and names it',
    (status) => {
      const { passed, failed, notes } = countVitest({ testResults: [file('passed', status)] }, 0);
      expect({ passed, failed }).toEqual({ passed: 1, failed: 1 });
      expect(notes.join()).toContain('test 1');
    },
  );

  it('counts a file that could not be loaded as one failure', () => {
    const broken = { name: 'b.test.ts', status: 'failed', assertionResults: [] };
    expect(countVitest({ testResults: [file('passed'), broken] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it.each([
    ['no report', undefined],
    ['an empty report', { testResults: [] }],
  ])('fails with %s, even when it ended well', (_, report) => {
    expect(countVitest(report, 0)).toMatchObject({ passed: 0, failed: 1, notes: ['no test ran'] });
  });

  it('fails when it ended badly although each test passed', () => {
    expect(countVitest({ testResults: [file('passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  });
});

describe('a run of Playwright', () => {
  /** @param {...string} statuses */
  const suites = (...statuses) => [
    { suites: [{ specs: statuses.map((status) => ({ title: `a ${status} one`, tests: [{ status }] })) }] },
  ];

  it('counts each test of nested suites; one that passed only when tried again has failed', () => {
    const report = { suites: suites('expected', 'expected', 'unexpected', 'flaky'), errors: [] };
    expect(countPlaywright(report, 1)).toMatchObject({ passed: 2, failed: 2 });
  });

  it('counts a skipped test as failed, and names it', () => {
    const { failed, notes } = countPlaywright({ suites: suites('expected', 'skipped') }, 0);
    expect(failed).toBe(1);
    expect(notes.join()).toContain('a skipped one');
  });

  it('counts errors outside of the tests', () => {
    const report = { suites: suites('expected'), errors: [{ message: 'Cannot find module' }] };
    expect(countPlaywright(report, 1)).toEqual({ passed: 1, failed: 1, notes: ['Cannot find module'] });
  });

  it('fails when no test ran', () => {
    expect(countPlaywright(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('the sum', () => {
  it('is one line, and well only when something passed and nothing failed', () => {
    expect(sum([countCheck(0), { passed: 41, failed: 0, notes: [] }])).toEqual({
      line: '42 passed, 0 failed',
      ok: true,
    });
    expect(sum([countCheck(0), countCheck(1)])).toEqual({ line: '1 passed, 1 failed', ok: false });
    expect(sum([])).toEqual({ line: '0 passed, 0 failed', ok: false });
  });
});
