/**
 * What a stage adds to the sum. `notes` say what is behind the failures that no test names.
 *
 * @typedef {{ passed: number, failed: number, notes: string[] }} Count
 */

/**
 * Counts what Vitest's JSON reporter wrote. Only a test that ran and passed counts as passed: nothing is left
 * out silently.
 *
 * @param {unknown} report what it wrote, or undefined when it wrote nothing
 * @param {number} code its exit code
 * @returns {Count}
 */
export function countVitest(report, code) {
  /** @type {Outcome[]} */
  const outcomes = [];
  const { testResults } = /** @type {VitestReport} */ (report ?? { testResults: [] });
  for (const file of testResults ?? []) {
    // It could not be loaded, or what tidies up behind its tests failed.
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status === 'passed')) {
      outcomes.push({ name: file.name, status: 'failed' });
    }
    for (const test of file.assertionResults)
      outcomes.push({ name: test.fullName, status: vitestStatus(test.status) });
  }
  return count(outcomes, [], code);
}

/**
 * Counts what Playwright's JSON reporter wrote, by the same rules.
 *
 * @param {unknown} report
 * @param {number} code
 * @returns {Count}
 */
export function countPlaywright(report, code) {
  /** @type {Outcome[]} */
  const outcomes = [];
  const { suites, errors } = /** @type {PlaywrightReport} */ (report ?? {});
  const collect = (/** @type {PlaywrightSuite} */ suite) => {
    for (const spec of suite.specs ?? []) {
      for (const { status } of spec.tests)
        outcomes.push({ name: spec.title, status: playwrightStatus(status) });
    }
    suite.suites?.forEach(collect);
  };
  suites?.forEach(collect);
  return count(
    outcomes,
    errors?.map((error) => error.message ?? 'an error outside of the tests') ?? [],
    code,
  );
}

/**
 * A check without tests of its own (lint, types, …) counts as one.
 *
 * @param {number} code
 * @returns {Count}
 */
export function countCheck(code) {
  return code === 0 ? { passed: 1, failed: 0, notes: [] } : { passed: 0, failed: 1, notes: [] };
}

/**
 * The last line that is printed, and whether all is well.
 *
 * @param {Count[]} counts
 */
export function sum(counts) {
  const passed = counts.reduce((total, one) => total + one.passed, 0);
  const failed = counts.reduce((total, one) => total + one.failed, 0);
  return { line: `${passed} passed, ${failed} failed`, ok: failed === 0 && passed > 0 };
}

/**
 * @typedef {{ name: string, status: 'passed' | 'failed' | 'skipped' }} Outcome
 * @typedef {{ testResults?: { name: string, status: string, assertionResults: { fullName: string, status: string }[] }[] }} VitestReport
 * @typedef {{ specs?: { title: string, file: string, line: number, tests: { status: string }[] }[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @typedef {{ suites?: PlaywrightSuite[], errors?: { message?: string }[] }} PlaywrightReport
 */

/**
 * @param {Outcome[]} outcomes
 * @param {string[]} errors outside of the tests
 * @param {number} code
 * @returns {Count}
 */
function count(outcomes, errors, code) {
  const passed = outcomes.filter(({ status }) => status === 'passed').length;
  const skipped = outcomes.filter(({ status }) => status === 'skipped');
  const notes = [...skipped.map(({ name }) => `skipped, which counts as failed: ${name}`), ...errors];
  let failed = outcomes.length - passed + errors.length;
  if (outcomes.length === 0 && failed === 0) {
    failed = 1;
    notes.push('no test ran');
  }
  if (code !== 0 && failed === 0) {
    failed = 1;
    notes.push(`no test failed, and yet the run ended with code ${code}`);
  }
  return { passed, failed, notes };
}

/** @param {string} status */
function vitestStatus(status) {
  return status === 'passed' || status === 'failed' ? status : 'skipped';
}

/** @param {string} status `flaky` passed only when it was tried again */
function playwrightStatus(status) {
  if (status === 'skipped') return 'skipped';
  return status === 'expected' ? 'passed' : 'failed';
}
