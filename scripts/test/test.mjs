import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, thisMachine } from '../browser.mjs';
import { findFirefox, thisFirefoxMachine } from '../firefox.mjs';
import { installMissing } from '../install-missing.mjs';
import { endCommandsOnSignals } from '../run-command.mjs';
import { prepareServices, thisServicesMachine } from '../services.mjs';
import { sum } from './count.mjs';
import { runStages } from './run-stages.mjs';
import { lookAgain } from './second-look.mjs';
import { chooseStages, stages } from './stages.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Installs what is missing, runs the stages that were asked for, and prints `N passed, N failed` last. */
export async function test() {
  const began = Date.now();
  const { chosen, unknown } = chooseStages(process.argv.slice(2));
  if (unknown.length > 0) {
    say(`There is no stage ${unknown.join(', ')}: there are ${stages.map(({ name }) => name).join(', ')}.`);
    finish({ line: '0 passed, 1 failed', ok: false });
    return;
  }
  const reports = mkdtempSync(join(tmpdir(), 'test-reports-'));
  endCommandsOnSignals(() => rmSync(reports, { recursive: true, force: true }));
  try {
    await installMissing(root, say);
    const usesBrowser = chosen.some(({ name }) => ['browser', 'e2e', 'looks'].includes(name));
    // Looked for at once: where one has to be installed first, the checks need not wait.
    const browser = usesBrowser ? lookForBrowser() : Promise.resolve(undefined);
    const usesServices = chosen.some(({ name }) => name === 'server');
    // One after the other: two installations would be in each other's way.
    const services = browser.then(() =>
      usesServices ? prepareServices(thisServicesMachine(root, say)) : [],
    );
    const usesFirefox = chosen.some(({ name }) => name === 'e2e');
    const firefox = services.then(() => (usesFirefox ? lookForFirefox() : undefined));
    const surroundings = {
      root,
      reports,
      browser: () => browser,
      firefox: () => firefox,
      services: () => services,
    };
    const first = await runStages(chosen, surroundings, tell);
    const looked = await lookAgain(chosen, first, surroundings);
    tellSecondLook(looked);
    say(`\nAfter ${((Date.now() - began) / 1000).toFixed(0)} s:`);
    finish(sum(looked.finished));
  } catch (error) {
    const { sentence } = /** @type {{ sentence?: string }} */ (error);
    console.error(sentence ?? error);
    finish({ line: '0 passed, 1 failed', ok: false });
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

async function lookForFirefox() {
  const path = await findFirefox(thisFirefoxMachine(root, thisMachine(root, say)));
  if (path) say(`Firefox: ${path}`);
  return path;
}

async function lookForBrowser() {
  const browser = await findBrowser(thisMachine(root, say));
  if (browser) say(`Chromium: ${browser.path} (${browser.how})`);
  return browser?.path;
}

/** @param {import('./run-stages.mjs').Finished} finished */
function tell({ name, passed, failed, seconds, notes, output }) {
  const counted = failed > 0 ? `${passed} passed, ${failed} FAILED` : `${passed} passed`;
  say(
    `${failed > 0 ? '✗' : '✓'} ${name.padEnd(12)} ${counted.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s`,
  );
  if (failed > 0 && output.trim()) say(`\n${output.trim()}\n`);
  for (const note of notes) say(`  ${name}: ${note}`);
}

/** @param {import('./second-look.mjs').Looked} looked */
function tellSecondLook({ because, output, unsteady }) {
  if (because) say(`\n${because}`);
  if (output) say(output);
  if (unsteady.length === 0) return;
  say(
    '\nUNSTEADY: passed only the second time. Each is a fault of the test or of the product, to be mended:',
  );
  for (const one of unsteady) say(`  ${one}`);
}

/** @param {{ line: string, ok: boolean }} total */
function finish({ line, ok }) {
  process.exitCode = ok ? 0 : 1;
  say(line);
}

/** @param {string} line */
function say(line) {
  console.log(line);
}
