import { SupportClient } from '@teo-support/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../config.js';
import { createSupport, type Support } from '../support.js';
import { malfunction, onePixelPng } from '../testing/requests.js';
import { environmentOf, type S3Server, startS3Server } from '../testing/s3/s3-server.js';
import { type Sqld, startSqld } from '../testing/sqld/sqld.js';
import {
  claire,
  environmentIn,
  signToken,
  startTestServer,
  type TestServer,
} from '../testing/test-server.js';

let sqld: Sqld;
let s3: S3Server;
let one: TestServer;
let other: Support;
beforeAll(async () => {
  [sqld, s3] = await Promise.all([startSqld(), startS3Server()]);
  const environment = { DATABASE_URL: sqld.url, ...environmentOf(s3) };
  one = await startTestServer({ environment });
  const now = () => one.clock.now;
  other = await createSupport(readConfig({ ...environmentIn(one.folder), ...environment }), now);
});
afterAll(async () => {
  await other.close();
  await one.close();
  await s3.close();
  await sqld.close();
});

test('two servers on one libSQL server and one bucket show the same pictures', async () => {
  const elsewhere = new SupportClient({
    baseUrl: 'http://other',
    maxRetries: 0,
    getToken: () => signToken(claire, one.clock.now),
    fetch: async (input, init) => other.fetch(new Request(input, init)),
  });
  const { id, digest } = await one.requester(claire).files.upload(new Blob([onePixelPng]), 'écran.png');
  const request = malfunction();
  const screenshots = { files: [id], noneBecause: '' };
  const filed = await elsewhere.tickets.file({ ...request, answers: { ...request.answers, screenshots } });
  const seenHere = await one.requester(claire).files.download(id);
  const seenThere = await elsewhere.files.download(id);
  expect(await seenThere.arrayBuffer()).toEqual(await seenHere.arrayBuffer());
  expect((await one.requester(claire).tickets.get(filed.id)).reference).toBe(filed.reference);
  expect([...s3.objects.keys()]).toEqual([`${digest.slice(0, 2)}/${digest}`]);
});
