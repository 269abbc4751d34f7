import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Debian and Homebrew put the daemon. */
const places = ['/usr/sbin/clamd', '/opt/homebrew/sbin/clamd', '/usr/local/sbin/clamd'];

/** The daemon of ClamAV on this machine, or `null`: what is tested with it says so, and the stage what is not. */
export const clamdPath = places.find((path) => existsSync(path)) ?? null;

/** What the daemon of these tests takes for a virus, and nothing else does but for the EICAR test file. */
export const testVirus = 'teo-support test signature, harmless, 5b1f0c9e';

/** What every scanner finds (https://www.eicar.org): the half of it that no text has by chance. */
const eicarInHex = Buffer.from('EICAR-STANDARD-ANTIVIRUS-TEST-FILE').toString('hex');

export interface RunningClamd {
  /** As `FILES_SCANNER` names it. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts a real daemon with one signature of our own: nothing is downloaded. Its largest stream is 1 MB. */
export async function startClamd(path: string): Promise<RunningClamd> {
  const folder = await mkdtemp(join(tmpdir(), 'teo-clamd-'));
  await mkdir(join(folder, 'signatures'));
  await writeFile(
    join(folder, 'signatures', 'teo.ndb'),
    `Teo.Test:0:*:${Buffer.from(testVirus).toString('hex')}\nTeo.Eicar:0:*:${eicarInHex}\n`,
  );
  const socket = join(folder, 'clamd.sock');
  const settings = [
    'Foreground yes',
    `LocalSocket ${socket}`,
    `DatabaseDirectory ${join(folder, 'signatures')}`,
    `TemporaryDirectory ${folder}`,
    'StreamMaxLength 1M',
  ];
  await writeFile(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
  const child = spawn(path, ['--config-file', join(folder, 'clamd.conf')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await listening(child, socket);
  return {
    address: `unix:${socket}`,
    async stop() {
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Until it says that it listens. */
function listening(child: ChildProcess, socket: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (piece: Buffer) => {
      said += piece.toString();
      if (/Unix socket file/.test(said) || existsSync(socket)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`clamd ended with ${code}:\n${said}`)));
  });
}
