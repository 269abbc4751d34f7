import { relative } from 'node:path';

/**
 * A file of tests that did not all pass: what a second look runs.
 *
 * @typedef {object} Suspect
 * @property {string} file from the root of the repository
 * @property {string[]} names of the tests that failed; of the file itself where no test did
 * @property {string[]} select what the runner is told to run
 * @property {number} failed how many failures it counted for
 */

/**
 * The files behind the failures of a run of Vitest. A file of which nothing failed, but something was skipped, is none:
 * that is no accident.
 *
 * @param {unknown} report what its JSON reporter wrote
 * @param {string} root the repository
 * @returns {Suspect[]}
 */
export function suspectsOfVitest(report, root) {
  const { testResults = [] } = /** @type {import('./count.mjs').VitestReport} */ (report ?? {});
  return testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name, assertionResults }) => {
      const file = relative(root, name);
      const names = assertionResults.filter(({ status }) => status !== 'passed').map((test) => test.fullName);
      const told = names.length > 0 ? names : ['the file itself'];
      return { file, names: told, select: [file], failed: told.length };
    });
}

/**
 * The same of a run of Playwright, whose tests can be run one by one.
 *
 * @param {unknown} report what its JSON reporter wrote
 * @returns {Suspect[]}
 */
export function suspectsOfPlaywright(report) {
  const { suites = [] } = /** @type {import('./count.mjs').PlaywrightReport} */ (report ?? {});
  /** @type {Map<string, Suspect>} */
  const byFile = new Map();
  const collect = (/** @type {import('./count.mjs').PlaywrightSuite} */ suite) => {
    for (const { title, file, line, tests } of suite.specs ?? []) {
      const failed = tests.filter(({ status }) => status === 'unexpected').length;
      if (failed === 0) continue;
      const suspect = byFile.get(file) ?? { file, names: [], select: [], failed: 0 };
      const place = `${file}:${line}`;
      byFile.set(file, {
        file,
        names: [...suspect.names, title],
        // Tests that a loop makes stand in one line, and come together.
        select: suspect.select.includes(place) ? suspect.select : [...suspect.select, place],
        failed: suspect.failed + failed,
      });
    }
    suite.suites?.forEach(collect);
  };
  suites.forEach(collect);
  return [...byFile.values()];
}
