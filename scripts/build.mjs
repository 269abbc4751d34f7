import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWritable } from './install-missing.mjs';
import { runCommand } from './run-command.mjs';
import { checkoutSentence, StartProblem } from './start-problem.mjs';

/** Turborepo reports to nobody, and does not look for a newer version of itself. */
export const quietTurbo = {
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
};

/**
 * Builds what has changed since it was built last.
 *
 * @param {string} root the repository
 * @param {(line: string) => void} say
 * @throws {StartProblem} when that is not possible
 */
export async function build(root, say) {
  if (!isWritable(root)) {
    // Turborepo writes even when there is nothing to do; what was built before it was made read-only will do.
    if (isBuilt(root)) return;
    throw new StartProblem(checkoutSentence(root));
  }
  if (!isBuilt(root)) say('Building (less than a minute) …');
  const { code, output } = await runCommand(process.execPath, turbo('build'), {
    cwd: root,
    env: { ...process.env, ...quietTurbo },
  });
  if (code === 0) return;
  console.error(output);
  throw new StartProblem('The build failed: it says above where.');
}

/** @param {string} task */
export function turbo(task) {
  return ['node_modules/turbo/bin/turbo', 'run', task, '--output-logs=errors-only'];
}

/** @param {string} root */
function isBuilt(root) {
  return ['packages', 'apps'].every((group) =>
    readdirSync(join(root, group)).every((folder) => {
      const manifest = join(root, group, folder, 'package.json');
      return (
        !existsSync(manifest) ||
        !JSON.parse(readFileSync(manifest, 'utf8')).scripts?.build ||
        existsSync(join(root, group, folder, 'dist'))
      );
    }),
  );
}
