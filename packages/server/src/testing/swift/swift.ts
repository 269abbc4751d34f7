import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { AwsClient } from 'aws4fetch';
import type { Credentials } from '../s3/signature.js';
import {
  clusterSettings,
  proxySettings,
  storageServers,
  storageSettings,
  swiftCredentials,
} from './settings.js';

const run = promisify(execFile);

/** Where Debian puts its programs; they are told their settings by name, and read nothing else. */
const programs = '/usr/bin';
const python = join(programs, 'python3');
const memory = 'memcached';
const needed = [memory, ...['proxy', ...storageServers].map((server) => `swift-${server}-server`)];

/**
 * The OpenStack Swift of this machine, as its packages name it, or `null`: what is tested with a real S3 server says so,
 * and says which.
 */
export const swiftVersion: string | null = needed.every((name) => existsSync(join(programs, name)))
  ? execFileSync(python, ['-c', 'import swift; print(swift.__version__)'], { encoding: 'utf8' }).trim()
  : null;

/** A Swift of one machine and one copy that speaks S3, with which a test does what an operator would. */
export interface RunningSwift {
  readonly port: number;
  readonly credentials: Credentials;
  /** A bucket that nobody has used. */
  makeBucket(): Promise<string>;
  keysIn(bucket: string): Promise<string[]>;
  put(bucket: string, key: string, content: Uint8Array): Promise<void>;
  stop(): Promise<void>;
}

export async function startSwift(): Promise<RunningSwift> {
  const folder = await mkdtemp(join(tmpdir(), 'teo-swift-'));
  const place = { folder, user: userInfo().username };
  await mkdir(join(folder, 'devices', 'one'), { recursive: true });
  await writeFile(join(folder, 'swift.conf'), clusterSettings);
  const children: ChildProcess[] = [];
  const start = async (server: string, settings: string) => {
    const file = join(folder, `${server}.conf`);
    await writeFile(file, settings);
    children.push(spawn(join(programs, `swift-${server}-server`), [file], { stdio: 'ignore' }));
  };
  const [port, memoryPort] = [await freePort(), await freePort()];
  const memoryOf = ['-l', '127.0.0.1', '-p', String(memoryPort), '-u', place.user];
  children.push(spawn(join(programs, memory), memoryOf, { stdio: 'ignore' }));
  const ports = await Promise.all(storageServers.map(async (kind) => ({ kind, own: await freePort() })));
  await run(python, ['-c', ringMaker, folder, ...ports.map(({ kind, own }) => `${kind}:${own}`)]);
  for (const { kind, own } of ports) await start(kind, storageSettings(place, kind, own));
  await start('proxy', proxySettings(place, port, memoryPort));
  const stop = async () => {
    const ended = children.map(
      (child) =>
        new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(null))),
    );
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(ended);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const operator = operatorOf(`http://127.0.0.1:${port}`);
    await operator.ready(() => children.find(({ exitCode }) => exitCode !== null)?.spawnargs.join(' '));
    return { port, credentials: swiftCredentials, ...operator, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where each kind is kept: all on the one device. Swift's own builder makes the rings, of all three in one go. */
const ringMaker = `
import sys
from swift.common.ring import RingBuilder
folder, *servers = sys.argv[1:]
for server in servers:
    kind, port = server.split(':')
    builder = RingBuilder(2, 1, 0)
    builder.add_dev(dict(region=1, zone=1, ip='127.0.0.1', port=int(port), device='one', weight=1))
    builder.rebalance()
    builder.get_ring().save(f'{folder}/{kind}.ring.gz')
`;

/** Five programs start; on a busy machine they take their time. */
const readyMs = 100_000;

/** What an operator does to the store from outside, signed like everything else. */
function operatorOf(endpoint: string) {
  const { accessKeyId, secretAccessKey, region } = swiftCredentials;
  const signer = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  let buckets = 0;
  const ask = async (method: string, path: string, body?: Uint8Array): Promise<string> => {
    const answer = await signer.fetch(`${endpoint}/${path}`, {
      method,
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text;
  };
  return {
    /** Until all of its servers take part, which takes Python a few seconds; one that ends will never. */
    async ready(ended: () => string | undefined) {
      const until = performance.now() + readyMs;
      for (;;) {
        const failure = await ask('PUT', 'ready').then(() => null, String);
        if (failure === null) return;
        const gone = ended();
        if (gone !== undefined) throw new Error(`It ended: ${gone}`);
        if (performance.now() > until) throw new Error(`Swift does not get ready: ${failure}`);
        await delay(200);
      }
    },
    async makeBucket() {
      buckets += 1;
      const bucket = `attachments-${buckets}`;
      await ask('PUT', bucket);
      return bucket;
    },
    async keysIn(bucket: string) {
      const list = await ask('GET', `${bucket}?list-type=2`);
      return [...list.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key);
    },
    async put(bucket: string, key: string, content: Uint8Array) {
      await ask('PUT', `${bucket}/${key}`, content);
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('No port.')),
      );
    });
  });
}
