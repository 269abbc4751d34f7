import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What becomes of a request that passes. */
export type Passage = 'through' | 'cut before' | 'cut after' | 'swallow';

/** A wire to a server that a test can cut: before a request has come through, or before its answer has. */
export interface SqldProxy {
  readonly url: string;
  /** Asked for each request with its text; the answer says what becomes of it. */
  decide: (request: string) => Passage;
  close(): Promise<void>;
}

export async function startProxy(port: number): Promise<SqldProxy> {
  const sockets = new Set<Socket>();
  const proxy: Pick<SqldProxy, 'decide'> = { decide: () => 'through' };
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
    client.on('data', (chunk) => {
      passage = proxy.decide(chunk.toString('latin1'));
      if (passage === 'cut before') client.destroy();
      else if (passage !== 'swallow') target.write(chunk);
    });
    target.on('data', (chunk) => {
      if (passage === 'cut after') client.destroy();
      else client.write(chunk);
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
