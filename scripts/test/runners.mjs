import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { noBrowser } from '../browser.mjs';
import { noFirefox } from '../firefox.mjs';
import { pictureNotes } from '../looks/pictures-taken.mjs';
import { runCommand } from '../run-command.mjs';
import { countPlaywright, countVitest } from './count.mjs';
import { suspectsOfPlaywright, suspectsOfVitest } from './suspects.mjs';

/**
 * @typedef {import('./stages.mjs').Stage} Stage
 * @typedef {import('./stages.mjs').Surroundings} Surroundings
 * @typedef {import('./stages.mjs').Result} Result
 * @typedef {(surroundings: Surroundings, env: NodeJS.ProcessEnv, selection?: string[]) => Promise<Result>} Run
 *   all tests, or those that are selected
 */

/**
 * A project of config/vitest.config.ts. It runs on the sources, so a broken build does not stop it; it waits
 * for the build only because some tests look at what was built.
 *
 * @param {'unit' | 'server' | 'sqld' | 'browser'} project
 * @returns {Stage}
 */
export function vitest(project) {
  /** @type {Run} */
  const run = async ({ root, reports }, env, selection = []) => {
    const report = join(reports, `${project}.json`);
    const { code, output } = await runAndReport(report, root, env, [
      'node_modules/vitest/vitest.mjs',
      ...['run', '--config', 'config/vitest.config.ts', '--project', project],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ...selection,
    ]);
    const told = readReport(report);
    return { ...countVitest(told, code), suspects: suspectsOfVitest(told, root), output };
  };
  const stage = { name: project, after: ['build'], needs: [], slots: /** @type {const} */ (2) };
  switch (project) {
    case 'unit':
      return { ...stage, run: (surroundings) => run(surroundings, process.env) };
    case 'sqld':
      return { ...stage, ...twice(run) };
    case 'server':
      return { ...stage, ...twice(withServices(run)) };
    case 'browser':
      return { ...stage, ...twice(withBrowser(run)) };
  }
}

/**
 * The walks through what was built, in a browser.
 *
 * @returns {Stage}
 */
export function endToEnd() {
  return walks('e2e', withFirefox(playwright('e2e', 'config/playwright.config.ts')));
}

/**
 * Pictures of what was built, beside those that were looked at.
 *
 * @returns {Stage}
 */
export function looks() {
  return walks('looks', playwright('looks', 'config/looks.config.ts'));
}

/**
 * @param {string} name
 * @param {Run} run
 * @returns {Stage}
 */
function walks(name, run) {
  return { name, after: ['build'], needs: ['build'], slots: 2, ...twice(withBrowser(run)) };
}

/**
 * @param {string} name
 * @param {string} config
 * @returns {Run}
 */
function playwright(name, config) {
  return async ({ root, reports }, env, selection = []) => {
    const report = join(reports, `${name}.json`);
    const { code, output } = await runAndReport(
      report,
      root,
      { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      [
        'node_modules/@playwright/test/cli.js',
        'test',
        ...['--config', config, '--reporter=list,json'],
        ...(selection.length > 0 ? ['--workers=1', ...selection] : []),
      ],
    );
    const told = readReport(report);
    const { passed, failed, notes } = countPlaywright(told, code);
    return {
      passed,
      failed,
      notes: [...notes, ...pictureNotes(told)],
      suspects: suspectsOfPlaywright(told),
      output,
    };
  };
}

/**
 * What is run, and what of it is run again.
 *
 * @param {Run} run
 * @returns {Pick<Stage, 'run' | 'again'>}
 */
function twice(run) {
  return {
    run: (surroundings) => run(surroundings, process.env),
    again: (surroundings, { select }) => run(surroundings, process.env, select),
  };
}

/**
 * What could not be tried with the real program is said beside what was.
 *
 * @param {Run} run
 * @returns {Run}
 */
function withServices(run) {
  return async (surroundings, env, selection) => {
    const missing = await surroundings.services();
    const result = await run(surroundings, env, selection);
    return { ...result, notes: [...result.notes, ...missing] };
  };
}

/**
 * @param {Run} run
 * @returns {Run}
 */
function withBrowser(run) {
  return async (surroundings, env, selection) => {
    const path = await surroundings.browser();
    if (!path) return { passed: 0, failed: 1, notes: [noBrowser], output: '' };
    return run(surroundings, { ...env, CHROMIUM_PATH: path }, selection);
  };
}

/**
 * Without a Firefox its tests are left out (config/playwright.config.ts), and that is said.
 *
 * @param {Run} run
 * @returns {Run}
 */
function withFirefox(run) {
  return async (surroundings, env, selection) => {
    const path = await surroundings.firefox();
    const result = await run(surroundings, { ...env, FIREFOX_PATH: path ?? '' }, selection);
    return path ? result : { ...result, notes: [...result.notes, noFirefox] };
  };
}

/**
 * Without the report of a run before: one that does not come to its own has none.
 *
 * @param {string} report
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args
 */
function runAndReport(report, root, env, args) {
  rmSync(report, { force: true });
  return runCommand(process.execPath, args, { cwd: root, env });
}

/**
 * @param {string} path
 * @returns {unknown} nothing when the run did not come to its report
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
