import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quietTurbo, turbo } from '../build.mjs';
import { runCommand } from '../run-command.mjs';
import { countCheck } from './count.mjs';
import { auditCommand, readAudit } from './dependencies/audit.mjs';
import { faultsInLock } from './dependencies/lock.mjs';
import { endToEnd, looks, vitest } from './runners.mjs';

/**
 * @typedef {object} Surroundings
 * @property {string} root the repository
 * @property {string} reports a folder for the reports, outside of the repository
 * @property {() => Promise<string | undefined>} browser the path of a Chromium
 * @property {() => Promise<string | undefined>} firefox the path of a Firefox, without which some tests are left out
 * @property {() => Promise<string[]>} services sees to the real programs that tests of the server use; says what is missing
 *
 * @typedef {import('./count.mjs').Count & { output: string, suspects?: import('./suspects.mjs').Suspect[] }} Result
 *   with the files behind the failures, where they may be accidents
 *
 * @typedef {object} Stage
 * @property {string} name as in `npm test -- name`
 * @property {string[]} after stages that have to be over, if they run
 * @property {string[]} needs stages that have to have passed
 * @property {1 | 2} slots of the two that run at once; a stage that is parallel in itself takes both
 * @property {(surroundings: Surroundings) => Promise<Result>} run
 * @property {(surroundings: Surroundings, suspect: import('./suspects.mjs').Suspect) => Promise<Result>} [again] runs one
 *   file alone; of a stage with real processes only (docs/decisions/0032)
 */

/** @type {Stage[]} in the order in which they start */
export const stages = [
  check('build', { command: turbo('build') }),
  check('lint', {
    command: [
      'node_modules/@biomejs/biome/bin/biome',
      'check',
      '--config-path=config/biome.json',
      '--error-on-warnings',
      '--max-diagnostics=none',
      '.',
    ],
  }),
  check('imports', {
    command: [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ...['packages', 'apps', 'scripts', 'config'],
      ...['--config', 'config/dependency-cruiser.mjs', '--output-type', 'err-long'],
    ],
  }),
  check('unused', {
    command: [
      'node_modules/knip/bin/knip.js',
      '--config',
      'config/knip.json',
      '--no-progress',
      '--no-config-hints',
    ],
  }),
  {
    name: 'dependencies',
    after: [],
    needs: [],
    slots: 1,
    run: ({ root }) => checkDependencies(root),
  },
  check('types', {
    command: [...turbo('typecheck'), '--continue'],
    and: ['node_modules/typescript/bin/tsc', '-p', 'scripts'],
    needs: ['build'],
  }),
  check('packages', { command: ['scripts/test/check-packages.mjs'], needs: ['build'] }),
  check('api', { command: ['scripts/openapi/check.mjs'], needs: ['build'] }),
  vitest('unit'),
  vitest('server'),
  vitest('sqld'),
  vitest('browser'),
  endToEnd(),
  looks(),
];

/**
 * Which stages to run: those that are named, and the build that they work on; all without a name.
 *
 * @param {string[]} names
 * @returns {{ chosen: Stage[], unknown: string[] }}
 */
export function chooseStages(names) {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (names.length === 0) return { chosen: stages, unknown };
  const named = stages.filter(({ name }) => names.includes(name));
  const before = named.flatMap(({ after }) => after);
  return { chosen: stages.filter((stage) => named.includes(stage) || before.includes(stage.name)), unknown };
}

/**
 * The lock file is one check, and the audit another. Where no audit can be made (offline, or with a registry that answers
 * none) it counts as nothing, and it is said.
 *
 * @param {string} root
 * @returns {Promise<Result>}
 */
async function checkDependencies(root) {
  const faults = faultsInLock(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const lock = { passed: faults.length === 0 ? 1 : 0, failed: faults.length === 0 ? 0 : 1 };
  const audit = readAudit((await runCommand('npm', auditCommand, { cwd: root, limitMs: 60_000 })).output);
  if (!audit.made)
    return {
      ...lock,
      notes: [`production dependencies were not audited: ${audit.because}`],
      output: faults.join('\n'),
    };
  const clean = audit.found.length === 0;
  return {
    passed: lock.passed + (clean ? 1 : 0),
    failed: lock.failed + (clean ? 0 : 1),
    notes: [],
    output: [...faults, ...audit.found].join('\n'),
  };
}

/**
 * A check that counts as one.
 *
 * @param {string} name
 * @param {{ command: string[], and?: string[], needs?: string[] }} how Node.js programs, with their arguments
 * @returns {Stage}
 */
function check(name, { command, and, needs = [] }) {
  return {
    name,
    after: needs,
    needs,
    slots: 1,
    async run({ root }) {
      const env = { ...process.env, ...quietTurbo };
      const commands = and ? [command, and] : [command];
      let worst = 0;
      let all = '';
      for (const one of commands) {
        const { code, output } = await runCommand(process.execPath, one, { cwd: root, env });
        worst ||= code;
        all += output;
      }
      return { ...countCheck(worst), output: all };
    },
  };
}
