import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onePixelPng } from '../testing/requests.js';
import { claire, startTestServer, type TestServer } from '../testing/test-server.js';
import { usualLimits } from './connection-limits.js';
import { type Listening, listen } from './listen.js';

let server: TestServer;
let impatient: Listening;
beforeAll(async () => {
  server = await startTestServer();
  const limits = { ...usualLimits, headerMs: 200, requestMs: 400, lookEveryMs: 50 };
  impatient = await listen(server.support.fetch, { port: 0, host: '127.0.0.1' }, limits);
});
afterAll(async () => {
  await impatient.close();
  await server.close();
});

/** A connection, and everything that is answered on it until the server ends it. */
async function open(port: number): Promise<{ socket: Socket; answered: Promise<string> }> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  // Being cut off while one still sends is an answer, too.
  socket.on('error', () => {});
  let text = '';
  socket.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  const answered = new Promise<string>((resolve) => {
    socket.once('close', () => resolve(text));
  });
  return { socket, answered };
}

const usualPort = () => Number(new URL(server.url).port);
const statusOf = (answer: string) => /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];

test('more than a thousand clients that come at the same moment are all answered', async () => {
  // All of them connect before the server takes the first: they wait in the system's queue.
  const answers = Array.from({ length: 1500 }, async () => {
    const socket = connect(usualPort(), '127.0.0.1');
    socket.write('GET /livez HTTP/1.1\r\nHost: support\r\nConnection: close\r\n\r\n');
    const pieces: Buffer[] = [];
    for await (const piece of socket) pieces.push(piece);
    return statusOf(Buffer.concat(pieces).toString());
  });
  const statuses = await Promise.all(answers);
  expect(statuses.filter((status) => status !== '200')).toEqual([]);
});

describe('a client that is slow', () => {
  test('with its header is turned away', async () => {
    const { socket, answered } = await open(impatient.port);
    socket.write('GET /livez HTTP/1.1\r\nHost: support\r\nX-Slow: ');
    expect(statusOf(await answered)).toBe('408');
  });

  test('with its body is turned away, also when a piece comes now and then', async () => {
    const { socket, answered } = await open(impatient.port);
    socket.write(
      `POST /v1/tickets HTTP/1.1\r\nHost: support\r\nAuthorization: Bearer ${await server.token(claire)}\r\n` +
        'Idempotency-Key: a-key-of-mine\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{',
    );
    const dribble = setInterval(() => socket.write(' '), 20);
    const answer = await answered;
    clearInterval(dribble);
    expect(statusOf(answer)).toBe('408');
  });

  test('does not keep others waiting', async () => {
    const slow = await Promise.all(Array.from({ length: 50 }, () => open(impatient.port)));
    for (const { socket } of slow) socket.write('GET /livez HTTP/1.1\r\nHost: support\r\nX-Slow: ');
    expect((await fetch(`http://127.0.0.1:${impatient.port}/livez`)).status).toBe(200);
    for (const { answered } of slow) expect(statusOf(await answered)).toBe('408');
  });
});

describe('a request', () => {
  test('with a header that is too large is turned away', async () => {
    const { socket, answered } = await open(usualPort());
    socket.write(`GET /livez HTTP/1.1\r\nHost: support\r\nX-Large: ${'x'.repeat(17 * 1024)}\r\n\r\n`);
    expect(statusOf(await answered)).toBe('431');
  });

  test.each([
    ['as many fields as are allowed', 98, 200],
    ['one more', 99, 431],
    ['so many that Node.js would leave the last ones out', 1500, 431],
  ])('with %s', async (_what, more, status) => {
    const { socket, answered } = await open(usualPort());
    const fields = Array.from({ length: more }, (_, place) => `a${place}:1\r\n`).join('');
    socket.write(`GET /livez HTTP/1.1\r\nHost: support\r\nConnection: close\r\n${fields}\r\n`);
    expect(statusOf(await answered)).toBe(String(status));
  });

  test('of which two sides could read two lengths is turned away', async () => {
    const { socket, answered } = await open(usualPort());
    socket.write(
      'POST /v1/tickets HTTP/1.1\r\nHost: support\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET',
    );
    expect(statusOf(await answered)).toBe('400');
  });
});

describe('a body over the limit', () => {
  const upload = async (more: string) =>
    `POST /v1/files HTTP/1.1\r\nHost: support\r\nAuthorization: Bearer ${await server.token(claire)}\r\n` +
    `Content-Type: image/png\r\nX-File-Name: x.png\r\n${more}\r\n\r\n`;

  test('is refused by its length, before any of it has come', async () => {
    const { socket } = await open(usualPort());
    socket.write(await upload(`Content-Length: ${2 ** 30}`));
    const [answer] = await once(socket, 'data');
    expect(statusOf(answer)).toBe('413');
    socket.destroy();
  });

  test('is refused while it comes, when it has no length, and is not read to its end', async () => {
    const { socket, answered } = await open(usualPort());
    socket.write(await upload('Transfer-Encoding: chunked'));
    const piece = Buffer.alloc(64 * 1024, 'x');
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), piece, Buffer.from('\r\n')]);
    let sent = 0;
    let goesOn = true;
    for (const end of ['end', 'error', 'close']) {
      socket.once(end, () => {
        goesOn = false;
      });
    }
    while (goesOn && sent < 256 * 1024 * 1024) {
      sent += piece.byteLength;
      const taken = new Promise<void>((resolve) => socket.write(chunk, () => resolve()));
      await Promise.race([taken, answered]);
    }
    socket.destroy();
    expect(statusOf(await answered)).toBe('413');
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });
});

test('every answer forbids browsers to guess, to frame and to tell others, whatever it is', async () => {
  const { id } = await server.requester(claire).files.upload(new Blob([onePixelPng]), 'x.png');
  const authorization = `Bearer ${await server.token(claire)}`;
  for (const path of [
    '/v1/tickets',
    '/v1/nowhere',
    '/livez',
    `/v1/files/${id}`,
    '/reference',
    '/openapi.json',
  ]) {
    const { headers } = await fetch(server.url + path, { headers: { authorization } });
    expect([path, headers.get('x-content-type-options'), headers.get('x-frame-options')]).toEqual([
      path,
      'nosniff',
      'DENY',
    ]);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.get('x-powered-by')).toBeNull();
    if (headers.get('content-type')?.startsWith('text/html'))
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  }
});
