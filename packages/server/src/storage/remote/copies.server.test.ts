import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { makeBackup, restoreBackup } from '../../backup/index.js';
import { malfunction } from '../../testing/requests.js';
import { startSqld } from '../../testing/sqld/sqld.js';
import { claire, startTestServer } from '../../testing/test-server.js';
import { tickets } from '../../tickets/index.js';
import { events } from '../index.js';

test('what is on one server is backed up to a folder, and restored to another that is empty, and only there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
  const [from, to] = await Promise.all([startSqld(), startSqld()]);
  const server = await startTestServer({ environment: { DATABASE_URL: from.url } });
  const requester = server.requester(claire);
  for (let filed = 0; filed < 3; filed += 1) await requester.tickets.file(malfunction());
  // Its rows refer to organizations and people, whose tables come after its own by their names.
  const ines = await server.staff('ines@teo.example.fr');
  const organizationId = (await requester.me()).organization.id;
  await ines.staff.apiKeys.create({ name: 'Intranet', organizationId, groups: ['tickets:read'] });
  const { store } = server.support;
  const progress = () => {};
  const backup = join(folder, 'backup');
  const made = { store, folder: backup, now: server.clock.now, progress };
  const manifest = await makeBackup({ database: { url: from.url }, ...made });
  expect(manifest).toMatchObject({ tickets: 3, events: 3 });

  const database = { url: to.url };
  // Verifies every chain on the way, as of a file.
  expect(await restoreBackup({ folder: backup, database, store, progress })).toEqual(manifest);
  const restored = await startTestServer({ environment: { DATABASE_URL: to.url } });
  const logOf = ({ support }: typeof server) =>
    support.db.read.select().from(events).orderBy(asc(events.position));
  expect(await logOf(restored)).toEqual(await logOf(server));
  // Search, the triggers of the log and the numbers go on where they were.
  expect((await restored.requester(claire).tickets.list({ q: 'émargement' })).items).toHaveLength(3);
  const again = await restored.staff('ines@teo.example.fr');
  expect((await again.staff.apiKeys.list()).keys).toMatchObject([{ name: 'Intranet', state: 'active' }]);
  const next = await restored.requester(claire).tickets.file(malfunction());
  expect(await restored.support.db.read.$count(tickets)).toBe(4);
  expect(next.reference).toMatch(/1004$/);
  await expect(restored.support.db.write((tx) => tx.delete(events))).rejects.toThrow(/append-only/);

  await expect(restoreBackup({ folder: backup, database, store, progress })).rejects.toThrow(
    'nothing was overwritten',
  );
  await Promise.all([server.close(), restored.close()]);
  await Promise.all([from.close(), to.close()]);
  await rm(folder, { recursive: true });
}, 60_000);
