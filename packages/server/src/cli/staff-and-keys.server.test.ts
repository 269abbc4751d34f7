import { createdApiKeySchema, passwordLinkSchema, staffAccountSchema } from '@teo-support/core/contract';
import { SupportClient } from '@teo-support/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { malfunction } from '../testing/requests.js';
import { runCli } from '../testing/run-cli.js';
import { claire, environmentIn, startTestServer, stranger, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let nobody: SupportClient;
beforeAll(async () => {
  server = await startTestServer();
  // Commands go by the clock of the machine, and run beside the server.
  server.clock.now = Date.now();
  nobody = new SupportClient({ baseUrl: server.url, maxRetries: 0 });
  await server.requester(claire).tickets.file(malfunction());
});
afterAll(() => server.close());

const run = (...args: string[]) => runCli(args, environmentIn(server.folder));
const json = async <T>(schema: z.ZodType<T>, ...args: string[]): Promise<T> => {
  const { code, printed, complained } = await run(...args, '--json');
  expect([code, complained]).toEqual([0, '']);
  return schema.parse(JSON.parse(printed));
};
const account = z.object({ account: staffAccountSchema });
const withLink = account.extend({ link: passwordLinkSchema });
const zoe = ['--email', 'zoe@teo.example.fr', '--name', 'Zoé Lambert'];

describe('teo-support staff', () => {
  test('adds a person who signs in with the password that they choose by the link', async () => {
    const made = await json(
      withLink,
      'staff',
      'add',
      ...zoe,
      '--role',
      'agent',
      '--service',
      'sales',
      'training',
    );
    expect(made.account).toMatchObject({ services: ['sales', 'training'], hasPassword: false });
    const token = new URL(made.link.url).hash.slice(1);
    const credentials = { email: 'zoe@teo.example.fr', password: 'une phrase bien à elle' };
    await nobody.staff.setPassword({ token, password: credentials.password });
    expect(await nobody.staff.signIn(credentials)).toMatchObject({ name: 'Zoé Lambert' });
  });

  test('lists everyone, changes rights, and says how they sign in', async () => {
    const changed = await json(account, 'staff', 'change', 'ZOE@teo.example.fr', '--role', 'admin');
    expect(changed.account).toMatchObject({ role: 'admin', services: ['sales', 'training'] });
    const { printed } = await run('staff', 'list');
    expect(printed).toMatch(/^EMAIL +NAME +ROLE +SERVICES +ACCESS +SIGNS IN WITH$/m);
    expect(printed).toMatch(/^zoe@teo\.example\.fr +Zoé Lambert +admin +sales,training +open +password$/m);
  });

  test('closes an access at once, beside the running server, and opens it again', async () => {
    const cookie = await server.staffCookie('zoe@teo.example.fr');
    const session = () => fetch(`${server.url}/v1/staff/session`, { headers: { cookie } });
    expect((await session()).status).toBe(200);
    expect((await json(account, 'staff', 'deactivate', 'zoe@teo.example.fr')).account.active).toBe(false);
    expect((await session()).status).toBe(401);
    const refused = await run('staff', 'reset-password', 'zoe@teo.example.fr');
    expect(refused).toMatchObject({ code: 1, complained: expect.stringContaining('open it again first') });
    await json(account, 'staff', 'reactivate', 'zoe@teo.example.fr');
    const { printed } = await run('staff', 'reset-password', 'zoe@teo.example.fr');
    expect(printed).toMatch(
      /Zoé Lambert chooses a password here, once, until .*\n.*\/new-password#[\w-]{43}\n$/,
    );
    await json(account, 'staff', 'forget-openid', 'zoe@teo.example.fr');
  });

  test.each([
    [
      'an address that is taken',
      ['add', ...zoe, '--role', 'agent', '--service', 'sales'],
      'email: This value is already taken',
    ],
    ['a role that does not exist', ['add', ...zoe, '--role', 'boss', '--service', 'sales'], 'role: '],
    ['somebody unknown', ['deactivate', 'who@teo.example.fr'], 'Nobody of the team has the address'],
  ])('says in a sentence why it refuses %s', async (_what, args, sentence) => {
    const { code, complained, printed } = await run('staff', ...args);
    expect([code, printed]).toEqual([1, '']);
    expect(complained).toContain(sentence);
    expect(complained).not.toContain('    at ');
  });
});

describe('teo-support keys', () => {
  const create = ['keys', 'create', '--name', 'Intranet', '--group', 'tickets:read', 'live'];

  test('makes a key that works, lists it without its secret, and revokes it', async () => {
    const made = await json(createdApiKeySchema, ...create, '--organization', 'org-metiers', '--days', '30');
    expect(made.key).toMatchObject({ groups: ['tickets:read', 'live'], createdBy: null, state: 'active' });
    const client = new SupportClient({ baseUrl: server.url, apiKey: made.secret, maxRetries: 0 });
    expect((await client.tickets.list()).total).toBe(1);
    const { printed } = await run('keys', 'list');
    expect(printed).toContain(`${made.key.hint}…`);
    expect(printed).toContain('Atelier des Métiers');
    expect(printed).not.toContain(made.secret);
    expect((await run('keys', 'revoke', made.key.id)).printed).toContain('Intranet');
    await expect(client.tickets.list()).rejects.toMatchObject({ status: 401 });
  });

  test('prints the secret alone on its line, for people who read', async () => {
    const { printed } = await run(...create, '--organization', 'Atelier des Métiers');
    expect(printed).toMatch(/^teo_[0-9A-Za-z]{38}\n\nKey .* of Atelier des Métiers, until .*\.\n$/);
  });

  test('wants one organization, and asks which of two', async () => {
    const unknown = await run(...create, '--organization', 'nowhere');
    expect(unknown).toMatchObject({ code: 1, complained: 'No organization is called nowhere.\n' });
    await server.requester({ ...stranger, org_name: claire.org_name }).me();
    const ambiguous = await run(...create, '--organization', claire.org_name);
    expect(ambiguous.code).toBe(1);
    expect(ambiguous.complained.split('\n').filter((line) => line.startsWith('  '))).toHaveLength(2);
    const wrong = await run(
      'keys',
      'create',
      '--name',
      'x',
      '--group',
      'all',
      '--organization',
      'org-metiers',
    );
    expect(wrong).toMatchObject({ code: 1, complained: expect.stringContaining('groups.0') });
  });
});
