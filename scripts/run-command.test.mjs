import { expect, it } from 'vitest';
import { runCommand } from './run-command.mjs';

const cwd = import.meta.dirname ?? '.';

/** @param {string} script */
const node = (script) =>
  /** @type {Parameters<typeof runCommand>} */ ([process.execPath, ['-e', script], { cwd }]);

it('keeps what a command prints, and its code', async () => {
  const { code, output } = await runCommand(
    ...node('console.log("out"); console.error("err"); process.exit(3)'),
  );
  expect(code).toBe(3);
  expect(output).toContain('out\n');
  expect(output).toContain('err\n');
});

it('says that a command does not exist', async () => {
  const { code, output } = await runCommand('no-such-command', [], { cwd });
  expect(code).toBe(127);
  expect(output).toContain('no-such-command');
});

it('ends what a command leaves behind', async () => {
  const leaveBehind = `require('node:child_process').spawn(process.execPath,
    ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }); process.exit(0)`;
  // It holds the pipe, which is closed only when it is gone: this would wait for it for ever.
  expect((await runCommand(...node(leaveBehind))).code).toBe(0);
});

it('ends a command that hangs', async () => {
  const { code, output } = await runCommand(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    cwd,
    limitMs: 200,
  });
  expect(code).not.toBe(0);
  expect(output).toContain('took longer');
});
