import { expect, it } from 'vitest';
import { noSurroundings } from './no-surroundings.mjs';
import { runStages } from './run-stages.mjs';

const passed = { passed: 1, failed: 0, notes: [], output: '' };
const failed = { passed: 0, failed: 1, notes: [], output: '' };

/**
 * @param {string} name
 * @param {Partial<import('./stages.mjs').Stage>} [differences]
 * @returns {import('./stages.mjs').Stage}
 */
const stage = (name, differences) => ({
  name,
  after: [],
  needs: [],
  slots: 1,
  run: async () => passed,
  ...differences,
});

/** @param {import('./stages.mjs').Stage[]} stages */
const run = (stages) => runStages(stages, noSurroundings, () => {});

it('runs two at a time, and a stage that is parallel in itself alone', async () => {
  let now = 0;
  /** @type {Record<string, number>} */
  const most = {};
  const watched = (/** @type {string} */ name, /** @type {1 | 2} */ slots) =>
    stage(name, {
      slots,
      async run() {
        now += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
        most[name] = now;
        now -= 1;
        return passed;
      },
    });
  await run([watched('a', 1), watched('b', 1), watched('c', 1), watched('alone', 2), watched('last', 2)]);
  expect(most.a).toBe(2);
  expect(most.alone).toBe(1);
  expect(most.last).toBe(1);
});

it('runs a stage only when what it comes after is over', async () => {
  /** @type {string[]} */
  const order = [];
  const noted = (/** @type {string} */ name, /** @type {string[]} */ after) =>
    stage(name, {
      after,
      async run() {
        await new Promise((resolve) => setTimeout(resolve, name === 'build' ? 20 : 0));
        order.push(name);
        return passed;
      },
    });
  await run([noted('types', ['build']), noted('build', []), noted('lint', [])]);
  expect(order).toEqual(['lint', 'build', 'types']);
});

it('goes on after a failure, and counts as failed what needs the stage that failed', async () => {
  let ran = false;
  const finished = await run([
    stage('build', { run: async () => failed }),
    stage('types', {
      after: ['build'],
      needs: ['build'],
      run: async () => {
        ran = true;
        return passed;
      },
    }),
    stage('unit', { after: ['build'] }),
  ]);
  expect(ran).toBe(false);
  expect(finished.map(({ name, failed }) => [name, failed])).toEqual([
    ['build', 1],
    ['types', 1],
    ['unit', 0],
  ]);
});

it('counts a stage that breaks as failed', async () => {
  const [finished] = await run([stage('lint', { run: () => Promise.reject(new Error('no such tool')) })]);
  expect(finished).toMatchObject({ passed: 0, failed: 1 });
  expect(finished?.output).toContain('no such tool');
});
