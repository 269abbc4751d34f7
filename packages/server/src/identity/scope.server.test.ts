import { apiKeyId, organizationId, staffId } from '@teo-support/core';
import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '../storage/index.js';
import { malfunction } from '../testing/requests.js';
import { claire, startTestServer, stranger, type TestServer } from '../testing/test-server.js';
import { eventScope, hears } from './scope.js';
import type { Viewer } from './viewer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('what is heard live is what a query of the log finds, for everybody', async () => {
  const { db } = server.support;
  const ines = await server.staff('ines@teo.example.fr');
  for (const person of [claire, stranger]) {
    const { id } = await server.requester(person).tickets.file(malfunction());
    await ines.staff.tickets.writeNote(id, { text: 'À voir entre nous.' });
    await ines.staff.tickets.answer(id, { text: 'Bonjour.', awaitsRequester: false });
  }
  const log = await db.read.select().from(events).orderBy(asc(events.position));
  const organizations = [...new Set(log.map((event) => event.organizationId))];
  const viewers: Viewer[] = [
    {
      kind: 'staff',
      actor: { kind: 'staff', id: staffId('s'), role: 'agent', services: [] },
      name: 'x',
      email: 'x',
      expiresAt: 0,
    },
    ...[...organizations, 'another'].map(
      (id): Viewer => ({
        kind: 'integrator',
        key: { id: apiKeyId('k'), name: 'x' },
        organization: { id: organizationId(id), name: 'x' },
        expiresAt: 0,
      }),
    ),
  ];
  const found = [];
  for (const viewer of viewers) {
    const rows = await db.read
      .select({ position: events.position })
      .from(events)
      .where(eventScope(viewer, events))
      .orderBy(asc(events.position));
    const heard = log.filter((event) => hears(viewer, event)).map(({ position }) => ({ position }));
    expect(heard).toEqual(rows);
    found.push(rows.length);
  }
  // The team all of it, each organization its part without the note, and another one nothing.
  expect(found).toEqual([6, 2, 2, 0]);
});
