import { expect, it } from 'vitest';
import { noSurroundings } from './no-surroundings.mjs';
import { chooseStages, stages } from './stages.mjs';

const names = (/** @type {string[]} */ asked) => chooseStages(asked).chosen.map(({ name }) => name);

it('runs all of them when none is named', () => {
  expect(names([])).toEqual(stages.map(({ name }) => name));
});

it('runs those that are named, and the build that they work on', () => {
  expect(names(['lint'])).toEqual(['lint']);
  expect(names(['e2e', 'lint'])).toEqual(['build', 'lint', 'e2e']);
});

it('knows what it does not know', () => {
  expect(chooseStages(['unit', 'unity']).unknown).toEqual(['unity']);
});

it('fails a stage that needs a browser, and says what to do, where there is none', async () => {
  for (const name of ['browser', 'e2e', 'looks']) {
    const stage = stages.find((one) => one.name === name);
    const result = await stage?.run(noSurroundings);
    expect(result).toMatchObject({ passed: 0, failed: 1 });
    expect(result?.notes.join()).toContain('CHROMIUM_PATH');
  }
});
