import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishedPolicy } from '@teo-support/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../config.js';
import { createSupport } from '../support.js';
import { malfunction } from '../testing/requests.js';
import { claire, environmentIn, startTestServer } from '../testing/test-server.js';

const { timeZone: _, calendar: __, ...published } = publishedPolicy;
const office = {
  ...published,
  version: '2027-01',
  calendar: { kind: 'working_days', weekdays: [1, 2, 3, 4, 5], opensAt: '09:00', closesAt: '18:00' },
};

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teo-policies-'));
  file = join(folder, 'policies.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function write(...policies: unknown[]): Promise<void> {
  return writeFile(file, JSON.stringify({ policies }));
}

describe('policies by configuration', () => {
  test('hold for the tickets that are filed from now on, and are what requesters are told', async () => {
    await write(published, office);
    const server = await startTestServer({ environment: { SERVICE_POLICIES_FILE: file } });
    try {
      const requester = server.requester(claire);
      const me = await requester.me();
      expect(me.policy).toMatchObject({
        version: '2027-01',
        calendar: { kind: 'working_days', opensAt: 540 },
      });
      // Only what can matter to a ticket of now: the file covers decades.
      const { calendar } = me.policy;
      expect(calendar.kind === 'working_days' && calendar.daysOff).toContain('2026-12-25');
      expect(calendar.kind === 'working_days' && calendar.daysOff).not.toContain('2029-12-25');
      const ticket = await requester.tickets.file(malfunction());
      // Tuesday, 24 November, 10:00: five working days.
      expect(ticket).toMatchObject({
        policyVersion: '2027-01',
        clock: { dueAt: '2026-12-01T09:00:00.000Z' },
      });
    } finally {
      await server.close();
    }
  });

  test('a ticket keeps its own: under another current policy its target is what it was', async () => {
    const environment = environmentIn(folder);
    await write(published);
    const first = await createSupport(readConfig({ ...environment, SERVICE_POLICIES_FILE: file }));
    await first.db.write(async (tx) => {
      await tx.run(ticketUnder('2026-01'));
    });
    await first.close();
    await write(published, office);
    const second = await createSupport(readConfig({ ...environment, SERVICE_POLICIES_FILE: file }));
    await second.close();
  });

  test('without a policy that a stored ticket was filed under, nothing starts', async () => {
    const environment = environmentIn(folder);
    const first = await createSupport(readConfig(environment));
    await first.db.write(async (tx) => {
      await tx.run(ticketUnder('2026-01'));
    });
    await first.close();
    await write(office);
    const config = readConfig({ ...environment, SERVICE_POLICIES_FILE: file });
    await expect(createSupport(config)).rejects.toThrow(
      'Tickets were filed under service policies that are not configured: 2026-01. Put them back into the file that SERVICE_POLICIES_FILE names',
    );
    // It let go of the database: what is mended starts.
    await write(published, office);
    const mended = await createSupport(readConfig({ ...environment, SERVICE_POLICIES_FILE: file }));
    await mended.close();
  });

  test('what is wrong with the file stands beside what is wrong with the rest', async () => {
    await write({ ...office, calendar: { ...office.calendar, closesAt: 'noon' } });
    const environment = { ...environmentIn(folder), SERVICE_POLICIES_FILE: file, PORT: 'many' };
    expect(() => readConfig(environment)).toThrow(ConfigError);
    expect(() => readConfig(environment)).toThrow(/PORT:[\s\S]*closesAt must be a time of day such as 09:00/);
    const missing = { ...environment, SERVICE_POLICIES_FILE: join(folder, 'nowhere.json') };
    expect(() => readConfig(missing)).toThrow(
      /SERVICE_POLICIES_FILE: .*nowhere\.json cannot be read \(ENOENT\)/,
    );
  });
});

/** The least of a ticket that a start looks at: under which policy it was filed. */
function ticketUnder(version: string): string {
  return `insert into tickets (id, number, type, organization_id, requester_id, status, priority, service, policy_version,
    pauses, filed_at, changed_at, phase, queue_at, priority_at, version, public_version, head_hash)
    values ('t-1', 1001, 'malfunction', 'o-1', 'r-1', 'new', 'low', 'customer', '${version}', '[]', 1, 1, 'unresolved', 1, 1, 1, 1, '-')`;
}
