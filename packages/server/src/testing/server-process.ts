import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SupportClient } from '@teo-support/sdk';
import { claire, signToken, type TestRequester } from './test-server.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const inside = new URL('./inside-server.mjs', import.meta.url).href;

/** What can be done to the machine under a server; see `inside-server.mjs`. */
export interface Machine {
  /** How far the system clock is ahead of ours, in milliseconds. */
  readonly clock?: number;
  /** Whether the database may not grow any more. */
  readonly full?: boolean;
  /** What of the database's reading and writing fails, in turn. */
  readonly faults?: readonly {
    readonly place: 'open' | 'read' | 'write' | 'commit' | 'commit-told';
    readonly after: number;
    readonly times: number;
  }[];
}

/** What a process holds: bytes of memory, timers and sockets, and files (`null` where that cannot be counted). */
export interface Held {
  readonly rss: number;
  readonly heap: number;
  readonly handles: number;
  /** How many of the handles are connections of clients. */
  readonly sockets: number;
  readonly descriptors: number | null;
}

/** The built server in a process of its own, as an operator runs it. */
export interface ServerProcess {
  readonly url: string;
  /** Changes what its machine does. @returns how many faults have happened so far */
  machine(change: Machine): Promise<number>;
  /** What it holds now, after a collection of garbage. */
  measure(): Promise<Held>;
  signal(signal: NodeJS.Signals): void;
  /** Exit code and signal, once it has ended. */
  readonly ended: Promise<readonly [number | null, NodeJS.Signals | null]>;
  /** What it wrote to stdout and stderr so far. */
  printed(): string;
}

/** How it ended before it listened. */
export class NotServing extends Error {
  override readonly name = 'NotServing';
  readonly code: number | null;

  constructor(code: number | null, printed: string) {
    super(printed);
    this.code = code;
  }
}

/**
 * Starts the server, and waits until it listens.
 * @throws {NotServing} when it ends instead
 */
export async function startServerProcess(
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--expose-gc', '--import', inside, program, 'serve'], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  const ended = once(child, 'close').then(([code, signal]) => [code, signal] as const);
  const listening = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        printed += String(chunk);
        const url = /Listening on (http:\/\/\S+)/.exec(printed)?.[1];
        if (url !== undefined) resolve(url);
      });
    }
  });
  const url = await Promise.race([listening, ended.then(([code]) => new NotServing(code, printed))]);
  if (url instanceof NotServing) throw url;
  const ask = async (message: Machine & { readonly measure?: boolean }) => {
    const answered = once(child, 'message');
    child.send(message);
    const [answer] = await answered;
    return answer;
  };
  return {
    url,
    ended,
    printed: () => printed,
    signal: (signal) => void child.kill(signal),
    machine: async (change) => (await ask(change)).fired,
    measure: async () => (await ask({ measure: true })).held,
  };
}

interface ClientOptions {
  readonly person?: TestRequester;
  readonly locale?: 'fr' | 'en';
  /** How far the server's clock is ahead, in milliseconds. */
  readonly clock?: () => number;
}

/** A téomaster's client that takes no for an answer. */
export function clientOf(server: ServerProcess, options: ClientOptions = {}): SupportClient {
  const { person = claire, locale = person.locale, clock = () => 0 } = options;
  const getToken = () => signToken(person, Date.now() + clock());
  return new SupportClient({ baseUrl: server.url, locale, maxRetries: 0, getToken });
}

/** Tells it to stop, and waits for the end. */
export async function stopInOrder(server: ServerProcess): Promise<void> {
  server.signal('SIGTERM');
  const [code, signal] = await server.ended;
  if (code !== 0) throw new Error(`The server ended with ${code ?? signal}: ${server.printed()}`);
}
