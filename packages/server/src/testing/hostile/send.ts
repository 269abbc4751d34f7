import { Agent, request as httpRequest } from 'node:http';
import type { HostileRequest } from './hostile-request.js';

/** How a request ended. */
export type Ending =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
    }
  /** The server closed the connection without an answer, as it may when no HTTP was spoken. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'silent' };

/** Sends requests just as they are, over kept connections, each with a time limit. */
export class Sender {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  readonly #port: number;
  readonly #limitMs: number;

  constructor(port: number, limitMs: number) {
    this.#port = port;
    this.#limitMs = limitMs;
  }

  send(hostile: HostileRequest, identity: Readonly<Record<string, string>>): Promise<Ending> {
    return new Promise((resolve) => {
      const { method, target, headers, body, claimedLength } = hostile;
      const all: Record<string, string> = { ...Object.fromEntries(headers), ...identity };
      // Without a length that holds, the connection cannot be used again.
      if (claimedLength !== null) all.connection = 'close';
      if (!('transfer-encoding' in all)) all['content-length'] = String(claimedLength ?? body?.length ?? 0);
      let settled = false;
      const end = (ending: Ending) => {
        if (settled) return;
        settled = true;
        clearTimeout(limit);
        sending.destroy();
        resolve(ending);
      };
      const sending = httpRequest({
        host: '127.0.0.1',
        port: this.#port,
        method,
        path: target,
        headers: all,
        agent: this.#agent,
        setHost: !('host' in all),
      });
      // A request that claims more than it has waits for the rest: it is the client who gives up.
      const waitsForUs =
        (claimedLength ?? 0) > (body?.length ?? 0) || 'transfer-encoding' in all || 'expect' in all;
      const limit = setTimeout(
        () => end(waitsForUs ? { kind: 'cut' } : { kind: 'silent' }),
        waitsForUs ? 500 : this.#limitMs,
      );
      sending.on('response', (response) => {
        const contentType = response.headers['content-type'] ?? '';
        const status = response.statusCode ?? 0;
        if (contentType.startsWith('text/event-stream'))
          return end({ kind: 'answered', status, contentType, body: '' });
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          if (settled) return;
          settled = true;
          clearTimeout(limit);
          resolve({ kind: 'answered', status, contentType, body: Buffer.concat(chunks).toString() });
        });
        response.on('error', () => end({ kind: 'cut' }));
      });
      sending.on('error', () => end({ kind: 'cut' }));
      if (body !== null) sending.write(body);
      sending.end();
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
