import { fileURLToPath } from 'node:url';
import { build } from '../build.mjs';
import { installMissing } from '../install-missing.mjs';
import { endCommandsOnSignals } from '../run-command.mjs';
import { sentenceFor } from '../start-problem.mjs';
import { prepareDataFolder, resetDataFolder } from './data-folder.mjs';
import { serveUntilStopped } from './serve-until-stopped.mjs';
import { readSettings } from './settings.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Installs and builds what is missing, and serves the demo until it is stopped. */
export async function start() {
  /** @type {{ root: string, port: number, dataDir: string, reset?: boolean }} */
  let settings = { root, port: 0, dataDir: root };
  try {
    settings = readSettings(process.env, process.argv.slice(2), root);
    const { port, dataDir, reset } = settings;
    const leaveSignals = endCommandsOnSignals();
    await installMissing(root, say);
    await build(root, say);
    leaveSignals();
    if (reset) resetDataFolder(dataDir, root);
    prepareDataFolder(dataDir);
    await serveUntilStopped(async () => {
      // Not before now: it imports what has just been installed and built.
      const { serveDemo } = await import(new URL('../demo/serve.mjs', import.meta.url).href);
      return serveDemo({ port, dataDir, log: say });
    }, tellLinks);
  } catch (error) {
    console.error(sentenceFor(error, settings) ?? error);
    process.exit(1);
  }
}

/** @param {string} line */
function say(line) {
  console.log(line);
}

/** @param {import('./serve-until-stopped.mjs').Links} links */
function tellLinks({ page, staff, reference }) {
  say(`
  A page of téo with the widget   ${page}
  The team's view                 ${staff}
  The API reference               ${reference}

  Ctrl-C stops it.
`);
}
