import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Credentials, wrongInSignature } from './signature.js';

/** What a server does to one request instead of answering it. */
export type Fault =
  /** Nothing: the fault behind it is for another request. */
  | { readonly kind: 'none' }
  /** Answers a status, as S3 does when it is overloaded or broken. */
  | { readonly kind: 'status'; readonly status: number; readonly code: string }
  /** Never answers, and says when it does not. */
  | { readonly kind: 'silence'; readonly reached: () => void }
  /** Breaks the connection before it answers. */
  | { readonly kind: 'cut' }
  /** Sends this many bytes of what it has, and then nothing more, or breaks off. */
  | { readonly kind: 'half'; readonly bytes: number; readonly ending: 'silence' | 'cut' };

/** One bucket of an S3-compatible store, as strict as the real ones about signatures, and of bad will on demand. */
export interface S3Server {
  readonly endpoint: string;
  readonly credentials: Credentials;
  readonly bucket: string;
  /** What it keeps, by key. A test may alter it. */
  readonly objects: Map<string, Uint8Array>;
  /** Every request, oldest first: method, path, and the status that it was answered. */
  readonly seen: string[];
  /** Befalls the requests to come, one each; afterwards all is well. */
  readonly faults: Fault[];
  /** Anybody may read, as when somebody has opened the bucket to the world. */
  open: boolean;
  close(): Promise<void>;
}

export async function startS3Server(port = 0): Promise<S3Server> {
  const bucket = 'attachments';
  const credentials = { accessKeyId: 'AKTEST', secretAccessKey: 'only/tests+know=it', region: 'fr-par' };
  const objects = new Map<string, Uint8Array>();
  const seen: string[] = [];
  const faults: Fault[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: target = '' } = request;
    const body = await bodyOf(request);
    response.once('close', () => seen.push(`${method} ${target} ${response.statusCode}`));
    const refuse = (status: number, code: string) => {
      response.writeHead(status, { 'content-type': 'application/xml' });
      response.end(
        method === 'HEAD' ? undefined : `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`,
      );
    };
    const befalling = faults.shift();
    const fault = befalling?.kind === 'none' ? undefined : befalling;
    if (fault?.kind === 'silence') return fault.reached();
    if (fault?.kind === 'cut') return void request.socket.destroy();
    if (fault?.kind === 'status') return refuse(fault.status, fault.code);

    const anonymous = request.headers.authorization === undefined;
    if (!(running.open && anonymous && (method === 'GET' || method === 'HEAD'))) {
      const wrong = await wrongInSignature({ method, target, headers: flat(request), body }, credentials);
      if (wrong !== null) return refuse(wrong === 'AuthorizationHeaderMalformed' ? 400 : 403, wrong);
    }
    const [, named, ...rest] = decodeURIComponent(target.split('?')[0] ?? '').split('/');
    if (named !== bucket) return refuse(404, 'NoSuchBucket');
    const key = rest.join('/');
    if (key === '') return void response.writeHead(method === 'HEAD' ? 200 : 405).end();
    if (method === 'PUT') {
      objects.set(key, body);
      const etag = createHash('md5').update(body).digest('hex');
      return void response.writeHead(200, { etag: `"${etag}"` }).end();
    }
    if (method === 'DELETE') {
      objects.delete(key);
      return void response.writeHead(204).end();
    }
    const whole = objects.get(key);
    if (whole === undefined) return refuse(404, 'NoSuchKey');
    const range = rangeOf(request.headers.range, whole.byteLength);
    if (range === 'unsatisfiable') return refuse(416, 'InvalidRange');
    const kept = whole.subarray(range.first, range.last + 1);
    const isPart = request.headers.range !== undefined;
    response.writeHead(isPart ? 206 : 200, {
      'content-length': kept.byteLength,
      'content-type': 'application/octet-stream',
      ...(isPart ? { 'content-range': `bytes ${range.first}-${range.last}/${whole.byteLength}` } : {}),
    });
    if (method === 'HEAD') return void response.end();
    if (fault === undefined) return void response.end(kept);
    response.write(kept.subarray(0, fault.bytes), () => {
      if (fault.ending === 'cut') request.socket.destroy();
    });
  }

  const http = createServer((request, response) => {
    answer(request, response).catch((error: Error) => response.destroy(error));
  });
  await new Promise<void>((listening) => http.listen(port, '127.0.0.1', listening));
  const endpoint = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const running: S3Server = {
    endpoint,
    credentials,
    bucket,
    objects,
    seen,
    faults,
    open: false,
    async close() {
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeAllConnections();
      await closed;
    },
  };
  return running;
}

/** As S3 understands one range with both ends: what lies beyond the end is left out. */
function rangeOf(
  header: string | undefined,
  bytes: number,
): { first: number; last: number } | 'unsatisfiable' {
  const [, first = '0', last = String(bytes - 1)] = /^bytes=(\d+)-(\d+)$/.exec(header ?? '') ?? [];
  if (header !== undefined && Number(first) >= bytes) return 'unsatisfiable';
  return { first: Number(first), last: Math.min(Number(last), bytes - 1) };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

function flat(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
}

/** The variables of a server that keeps its files there; `FILES_DIR` is taken away. */
export function environmentOf({ endpoint, bucket, credentials }: S3Server) {
  return {
    FILES_DIR: undefined,
    FILES_S3_ENDPOINT: endpoint,
    FILES_S3_BUCKET: bucket,
    FILES_S3_REGION: credentials.region,
    FILES_S3_ACCESS_KEY_ID: credentials.accessKeyId,
    FILES_S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
}
