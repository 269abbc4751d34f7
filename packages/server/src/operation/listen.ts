import { createAdaptorServer, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import { type ConnectionLimits, usualLimits } from './connection-limits.js';

/** A server that accepts connections. */
export interface Listening {
  readonly port: number;
  /** Takes no new requests, lets those under way finish, and ends what is still open after `graceMs`. */
  close(graceMs?: number): Promise<void>;
}

/**
 * Serves a fetch handler over HTTP. Clients that are slow (408), or whose header is too large or has too many fields (431),
 * are turned away before the handler hears of them. Rejects when the port cannot be had (`EADDRINUSE`, `EACCES`).
 */
export function listen(
  fetch: (request: Request, env: object) => Response | Promise<Response>,
  address: { readonly port: number; readonly host: string },
  limits: ConnectionLimits = usualLimits,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = createAdaptorServer({
      fetch: (request, env) => (hasTooManyFields(env, limits) ? tooManyFields() : fetch(request, env)),
      hostname: address.host,
      serverOptions: {
        headersTimeout: limits.headerMs,
        requestTimeout: limits.requestMs,
        connectionsCheckingInterval: limits.lookEveryMs,
        keepAliveTimeout: limits.keepAliveMs,
        maxHeaderSize: limits.headerBytes,
      },
    });
    server.listen({ port: address.port, host: address.host, backlog: limits.waiting }, () => {
      const bound = server.address();
      if (bound === null || typeof bound === 'string') throw new Error('It listens on no port.');
      server.off('error', reject);
      resolve({ port: bound.port, close });
    });
    // What is beyond, Node.js would leave out without a word, be it who asks: one more is let in, and then refused.
    if ('maxHeadersCount' in server) server.maxHeadersCount = limits.headerFields + 1;
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

function hasTooManyFields(
  { incoming }: HttpBindings | Http2Bindings,
  { headerFields }: ConnectionLimits,
): boolean {
  return incoming.rawHeaders.length / 2 > headerFields;
}

function tooManyFields(): Response {
  return new Response('the request has too many header fields', { status: 431 });
}
