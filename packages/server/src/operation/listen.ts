import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';

/** A server that accepts connections. */
export interface Listening {
  readonly port: number;
  /** Takes no new requests, lets those under way finish, and ends what is still open after `graceMs`. */
  close(graceMs?: number): Promise<void>;
}

/** Serves a fetch handler over HTTP. Rejects when the port cannot be had (`EADDRINUSE`, `EACCES`). */
export function listen(
  fetch: (request: Request, env: object) => Response | Promise<Response>,
  address: { readonly port: number; readonly host: string },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: address.port, hostname: address.host }, (info: AddressInfo) => {
      server.off('error', reject);
      resolve({ port: info.port, close });
    });
    server.once('error', reject);
    function close(graceMs = 3000): Promise<void> {
      return new Promise((closed) => {
        const force = setTimeout(
          () => 'closeAllConnections' in server && server.closeAllConnections(),
          graceMs,
        );
        const closeIdle = () => 'closeIdleConnections' in server && server.closeIdleConnections();
        // Whoever has had an answer would keep the connection for the next request, which is not to come.
        const sweep = setInterval(closeIdle, 50);
        server.close(() => {
          clearTimeout(force);
          clearInterval(sweep);
          closed();
        });
        closeIdle();
      });
    }
  });
}
