import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyLog } from '../evidence/index.js';
import { malfunction, onePixelPng, trainingFollowUp, usageQuestion } from '../testing/requests.js';
import { claire, colleague, startTestServer, stranger, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

/** Lets requests wait for the write queue until so many are there, so that all of them share what comes next. */
async function atOnce<T>(requests: readonly (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
  const { db } = server.support;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const gate = db.write(() => opened);
  const outcomes = Promise.allSettled(requests.map((request) => request()));
  while (db.waiting() < requests.length) await nextTurn();
  open();
  await gate;
  return outcomes;
}

test('tickets that are filed at once are each filed once and whole, under numbers without gaps', async () => {
  const [c, s, l] = [server.requester(claire), server.requester(colleague), server.requester(stranger)];
  const picture = await c.files.upload(new Blob([onePixelPng]), 'capture.png');
  // Known before: to note who they are is a write of its own.
  await Promise.all([s.tickets.list(), l.tickets.list()]);
  const { answers } = malfunction();
  const withPicture = malfunction({ answers: { ...answers, screenshots: { files: [picture.id] } } });
  const key = { idempotencyKey: crypto.randomUUID() };
  const outcomes = await atOnce([
    () => c.tickets.file(malfunction()),
    () => c.tickets.file(usageQuestion(), key),
    () => c.tickets.file(usageQuestion(), key),
    () => l.tickets.file(malfunction()),
    () => c.tickets.file(withPicture),
    () => c.tickets.file(withPicture),
    () => s.tickets.file(malfunction({ answers: { ...answers, expected: '' } })),
    () => s.tickets.file(trainingFollowUp('unknown')),
    () => s.tickets.file(usageQuestion()),
  ]);
  const told = outcomes.map((outcome) =>
    outcome.status === 'fulfilled' ? outcome.value.reference : outcome.reason.code,
  );
  expect(told).toEqual([
    'TEO-1001',
    'TEO-1002',
    'TEO-1002',
    'TEO-1003',
    'TEO-1004',
    // A picture is given to one ticket.
    'fields-invalid',
    'fields-invalid',
    'type-not-offered',
    'TEO-1005',
  ]);
  const shown = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  for (const ticket of shown) {
    const [owner, other] = ticket.reference === 'TEO-1003' ? [l, c] : [c, l];
    expect(await owner.tickets.get(ticket.id)).toEqual(ticket);
    await expect(other.tickets.get(ticket.id)).rejects.toMatchObject({ status: 404 });
    const found = await owner.tickets.list({ q: ticket.reference, scope: 'organization' });
    expect(found.items.map(({ id }) => id)).toEqual([ticket.id]);
  }
  expect(await verifyLog(server.support.db.read, () => undefined)).toMatchObject({ ok: true });
});

test('a ticket with more words than one statement takes is filed whole', async () => {
  const steps = Array.from({ length: 20 }, (_, n) => `Étape ${n}`);
  const request = malfunction({ answers: { ...malfunction().answers, steps } });
  const requester = server.requester(claire);
  await requester.tickets.list();
  const outcomes = await atOnce(Array.from({ length: 5 }, () => () => requester.tickets.file(request)));
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') throw outcome.reason;
    const { answers } = await requester.tickets.get(outcome.value.id);
    expect(answers.steps).toEqual({ kind: 'steps', steps });
  }
});
