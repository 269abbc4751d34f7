/**
 * @typedef {import('./stages.mjs').Stage} Stage
 * @typedef {import('./stages.mjs').Result} Result
 * @typedef {import('./stages.mjs').Surroundings} Surroundings
 * @typedef {Result & { name: string, seconds: number }} Finished
 */

/** As many as the machines that this runs on have cores. */
const allSlots = 2;

/**
 * Runs the stages, two at a time where they allow it, each as soon as what it waits for is over. All of them
 * run whatever fails, except those that need what failed: they are counted as failed.
 *
 * @param {Stage[]} stages
 * @param {Surroundings} surroundings
 * @param {(finished: Finished) => void} tell called after each stage
 * @returns {Promise<Finished[]>}
 */
export async function runStages(stages, surroundings, tell) {
  /** @type {Map<string, Finished>} */
  const finished = new Map();
  const waiting = [...stages];
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  let free = allSlots;

  const isOver = (/** @type {string} */ name) =>
    finished.has(name) || !stages.some((stage) => stage.name === name);

  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex(({ after, slots }) => slots <= free && after.every(isOver));
    if (next === -1) {
      await Promise.race(running.values());
      continue;
    }
    const [stage] = waiting.splice(next, 1);
    if (!stage) break;
    free -= stage.slots;
    const failedNeed = stage.needs.find((need) => (finished.get(need)?.failed ?? 0) > 0);
    const began = Date.now();
    running.set(
      stage.name,
      (failedNeed ? notRun(failedNeed) : attempt(stage, surroundings)).then((result) => {
        const done = { ...result, name: stage.name, seconds: (Date.now() - began) / 1000 };
        finished.set(stage.name, done);
        running.delete(stage.name);
        free += stage.slots;
        tell(done);
      }),
    );
  }
  return [...finished.values()];
}

/**
 * @param {Stage} stage
 * @param {Surroundings} surroundings
 * @returns {Promise<Result>}
 */
async function attempt(stage, surroundings) {
  try {
    return await stage.run(surroundings);
  } catch (error) {
    const output = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passed: 0, failed: 1, notes: ['the stage itself broke'], output };
  }
}

/**
 * @param {string} need
 * @returns {Promise<Result>}
 */
async function notRun(need) {
  return { passed: 0, failed: 1, notes: [`not run, because ${need} failed`], output: '' };
}
