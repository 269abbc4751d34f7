// Packs each package as it would be published, and checks what stands in it: that every entry point is there,
// and that its types are found by those who import it (as ESM: there is no CommonJS on purpose).
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { runCommand } from '../run-command.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'packed-'));

try {
  for (const name of readdirSync(join(root, 'packages'))) {
    for (const complaint of await complaints(join(root, 'packages', name))) {
      console.error(`${name}: ${complaint}`);
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} packageDir
 * @returns {Promise<string[]>}
 */
async function complaints(packageDir) {
  const manifest = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
  const packed = await runCommand(
    'npm',
    ['pack', '--pack-destination', folder, '--ignore-scripts', '--loglevel=error'],
    {
      cwd: packageDir,
    },
  );
  if (packed.code !== 0) return [packed.output];
  const tarball = join(folder, `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`);

  const { messages } = await publint({
    level: 'warning',
    strict: true,
    pack: { tarball: Uint8Array.from(readFileSync(tarball)).buffer },
  });
  const types = await runCommand(
    process.execPath,
    [
      join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js'),
      ...[tarball, '--profile', 'esm-only', '--no-emoji', '--no-color', '--no-definitely-typed'],
    ],
    { cwd: root },
  );
  return [
    ...messages.map((message) => formatMessage(message, manifest) ?? message.code),
    ...(types.code === 0 ? [] : [types.output]),
  ];
}
