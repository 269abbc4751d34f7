import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** What becomes of a request that passes. */
export type Passage = 'through' | 'cut before' | 'cut after' | 'swallow';

/** A wire to a server that a test can slow and cut: before a request has come through, or before its answer has. */
export interface SqldProxy {
  readonly url: string;
  /** Asked for each request with its text; the answer says what becomes of it. */
  decide: (request: string) => Passage;
  /** How long what passes now is under way in each direction, in milliseconds. */
  delayMs: number;
  close(): Promise<void>;
}

export async function startProxy(port: number): Promise<SqldProxy> {
  const sockets = new Set<Socket>();
  const proxy: Pick<SqldProxy, 'decide' | 'delayMs'> = { decide: () => 'through', delayMs: 0 };
  const server = createServer((client) => {
    const target = connect(port, '127.0.0.1');
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        target.destroy();
      });
    }
    let passage: Passage = 'through';
    const there = lane(target);
    const back = lane(client);
    client.on('data', (chunk) => {
      passage = proxy.decide(chunk.toString('latin1'));
      if (passage === 'cut before') client.destroy();
      else if (passage !== 'swallow') there(chunk, proxy.delayMs);
    });
    target.on('data', (chunk) => {
      if (passage === 'cut after') client.destroy();
      else back(chunk, proxy.delayMs);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return Object.assign(proxy, {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  });
}

/** Writes what it is given after a while, in the order in which it was given. */
function lane(socket: Socket): (chunk: Buffer, ms: number) => void {
  let last: Promise<unknown> | null = null;
  return (chunk, ms) => {
    if (last === null && ms === 0) {
      socket.write(chunk);
      return;
    }
    const due = performance.now() + ms;
    const written: Promise<unknown> = Promise.resolve(last)
      .then(() => delay(Math.max(0, due - performance.now())))
      .then(() => {
        if (!socket.destroyed) socket.write(chunk);
        if (last === written) last = null;
      });
    last = written;
  };
}
