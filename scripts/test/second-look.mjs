/**
 * @typedef {import('./stages.mjs').Stage} Stage
 * @typedef {import('./stages.mjs').Surroundings} Surroundings
 * @typedef {import('./run-stages.mjs').Finished} Finished
 * @typedef {import('./suspects.mjs').Suspect} Suspect
 *
 * @typedef {object} Looked
 * @property {Finished[]} finished what the stages count for now
 * @property {string[]} unsteady what failed and then passed, a line each
 * @property {string} because what came of the second look, or why there was none; nothing where none was needed
 * @property {string} output what was printed by what failed twice
 */

/** More files than this do not fail by accident. */
const mostFiles = 5;

/**
 * Runs what failed once more, each file alone and in a fresh process. Only where that can change how all ends: where
 * each failure is one of a test with real processes, and they are few. What passes now counts as passed and is named.
 *
 * @param {Stage[]} stages
 * @param {Finished[]} finished
 * @param {Surroundings} surroundings
 * @returns {Promise<Looked>}
 */
export async function lookAgain(stages, finished, surroundings) {
  const not = (/** @type {string} */ because) => ({ finished, unsteady: [], because, output: '' });
  const failed = finished.filter((result) => result.failed > 0);
  if (failed.length === 0) return not('');

  const stageOf = (/** @type {Finished} */ { name }) => stages.find((stage) => stage.name === name);
  const certain = failed.filter(
    (result) => !stageOf(result)?.again || result.failed !== failuresOf(result.suspects ?? []),
  );
  if (certain.length > 0) {
    const names = certain.map(({ name }) => name).join(', ');
    return not(`No second look: it could not change what failed in ${names}.`);
  }
  const files = failed.flatMap(({ suspects = [] }) => suspects).length;
  if (files > mostFiles) return not(`No second look: tests of ${files} files failed, which is no accident.`);

  /** @type {Looked} */
  const looked = { finished: [], unsteady: [], because: '', output: '' };
  let twice = 0;
  for (const result of finished) {
    let { passed, failed } = result;
    for (const suspect of failed > 0 ? (result.suspects ?? []) : []) {
      const again = await stageOf(result)?.again?.(surroundings, suspect);
      if (again?.failed === 0) {
        passed += suspect.failed;
        failed -= suspect.failed;
        looked.unsteady.push(...suspect.names.map((name) => `${result.name}: ${suspect.file}: ${name}`));
      } else {
        twice += 1;
        looked.output += `\n${suspect.file}, alone:\n${again?.output.trim()}\n`;
      }
    }
    looked.finished.push({ ...result, passed, failed });
  }
  looked.because = `A second look at ${files} files, each alone: ${files - twice} passed, ${twice} failed.`;
  return looked;
}

/** @param {Suspect[]} suspects */
function failuresOf(suspects) {
  return suspects.reduce((total, { failed }) => total + failed, 0);
}
