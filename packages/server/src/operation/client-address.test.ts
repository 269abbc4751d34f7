import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { clientAddress } from './client-address.js';

/** What a request is taken to come from, by its headers and its socket. */
async function addressOf(trustedProxies: number, forwarded: string | null, socket: string | null) {
  const app = new Hono();
  app.get('/', (c) => c.text(clientAddress(c, trustedProxies)));
  const env = socket === null ? {} : { incoming: { socket: { remoteAddress: socket } } };
  const headers = forwarded === null ? {} : { 'x-forwarded-for': forwarded };
  return (await app.request('/', { headers }, env)).text();
}

test.each([
  ['without proxies, what the client writes is not believed', 0, '6.6.6.6', '10.0.0.1', '10.0.0.1'],
  ['behind one proxy, what it added is believed', 1, '6.6.6.6, 203.0.113.7', '10.0.0.1', '203.0.113.7'],
  [
    'behind two, what the first of them added',
    2,
    '6.6.6.6, 203.0.113.7, 10.0.0.2',
    '10.0.0.1',
    '203.0.113.7',
  ],
  ['a proxy that adds nothing is not a way around', 1, null, '10.0.0.1', '10.0.0.1'],
  ['a list that is too short is not one either', 3, '6.6.6.6', '10.0.0.1', '10.0.0.1'],
  ['without a socket all are one', 0, '6.6.6.6', null, 'unknown'],
] as const)('%s', async (_what, trustedProxies, forwarded, socket, expected) => {
  expect(await addressOf(trustedProxies, forwarded, socket)).toBe(expected);
});
