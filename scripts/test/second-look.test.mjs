import { expect, it } from 'vitest';
import { noSurroundings } from './no-surroundings.mjs';
import { lookAgain } from './second-look.mjs';

/** @param {string} file */
const suspect = (file, failed = 1) => ({ file, names: [`a test of ${file}`], select: [file], failed });

/**
 * A stage that has run, and what each of its files comes to when it is run again.
 *
 * @param {string} name
 * @param {import('./suspects.mjs').Suspect[]} suspects
 * @param {Record<string, number>} failuresAgain by file
 */
function ran(name, suspects, failuresAgain) {
  /** @type {string[]} */
  const asked = [];
  const failed = suspects.reduce((total, one) => total + one.failed, 0);
  const finished = { name, seconds: 1, passed: 10, failed, notes: [], output: '', suspects };
  /** @type {import('./stages.mjs').Stage} */
  const stage = {
    name,
    after: [],
    needs: [],
    slots: 2,
    run: async () => finished,
    async again(_, { file }) {
      asked.push(file);
      const failures = failuresAgain[file] ?? 0;
      return { passed: 1, failed: failures, notes: [], output: failures > 0 ? 'as before' : '' };
    },
  };
  return { stage, finished, asked };
}

it('is not taken where nothing failed', async () => {
  const { stage, finished, asked } = ran('server', [], {});
  const looked = await lookAgain([stage], [finished], noSurroundings);
  expect(looked).toEqual({ finished: [finished], unsteady: [], because: '', output: '' });
  expect(asked).toEqual([]);
});

it('counts what passes now as passed, and names it', async () => {
  const server = ran('server', [suspect('a', 3), suspect('b')], {});
  const e2e = ran('e2e', [], {});
  const looked = await lookAgain([server.stage, e2e.stage], [server.finished, e2e.finished], noSurroundings);
  expect(looked.finished).toMatchObject([
    { passed: 14, failed: 0 },
    { passed: 10, failed: 0 },
  ]);
  expect(looked.unsteady).toEqual(['server: a: a test of a', 'server: b: a test of b']);
  expect(server.asked).toEqual(['a', 'b']);
});

it('leaves failed what fails twice, and shows what it printed alone', async () => {
  const { stage, finished } = ran('e2e', [suspect('a'), suspect('b', 2)], { b: 1 });
  const looked = await lookAgain([stage], [finished], noSurroundings);
  expect(looked.finished).toMatchObject([{ passed: 11, failed: 2 }]);
  expect(looked.unsteady).toEqual(['e2e: a: a test of a']);
  expect(looked.output).toContain('as before');
});

it('is not taken where more than five files failed, over all stages', async () => {
  const server = ran(
    'server',
    ['a', 'b', 'c'].map((file) => suspect(file)),
    {},
  );
  const browser = ran(
    'browser',
    ['d', 'e', 'f'].map((file) => suspect(file)),
    {},
  );
  const finished = [server.finished, browser.finished];
  const looked = await lookAgain([server.stage, browser.stage], finished, noSurroundings);
  expect(looked.finished).toEqual(finished);
  expect(looked.unsteady).toEqual([]);
  expect([...server.asked, ...browser.asked]).toEqual([]);
});

it('is not taken where a stage failed that starts no processes', async () => {
  const server = ran('server', [suspect('a')], {});
  const unit = ran('unit', [suspect('b')], {});
  const { again: _, ...once } = unit.stage;
  const looked = await lookAgain([server.stage, once], [server.finished, unit.finished], noSurroundings);
  expect(looked.finished).toMatchObject([{ failed: 1 }, { failed: 1 }]);
  expect(looked.because).toContain('unit');
  expect(server.asked).toEqual([]);
});

it('is not taken where something failed that no file stands for: a test that was skipped, a run that broke', async () => {
  const { stage, finished, asked } = ran('server', [suspect('a')], {});
  const looked = await lookAgain([stage], [{ ...finished, failed: 2 }], noSurroundings);
  expect(looked.finished).toMatchObject([{ failed: 2 }]);
  expect(asked).toEqual([]);
});
