import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import type { HistoryInput } from '@teo-support/core/contract';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { environmentNames, readConfig } from '../config.js';
import { malfunction } from '../testing/requests.js';
import { runCli } from '../testing/run-cli.js';
import { environmentIn } from '../testing/test-server.js';

let folder: string;
// Each command is a process of its own, and on a busy machine starting one takes seconds.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs `teo-support` as an operator does. */
const run = (args: readonly string[], environment = environmentIn(folder)) => runCli(args, environment);

const by = { kind: 'teomaster', subject: 'u-claire' } as const;
const hugo = { kind: 'staff', email: 'hugo@teo.example.fr' } as const;
const history: HistoryInput = {
  organizations: [{ externalId: 'org-metiers', name: 'Atelier des Métiers' }],
  teomasters: [
    {
      issuer: 'https://teo.example.fr',
      subject: 'u-claire',
      organization: 'org-metiers',
      name: 'Claire Vasseur',
      email: 'claire@example.fr',
      locale: 'fr',
    },
  ],
  staff: [
    {
      email: hugo.email,
      name: 'Hugo Meyer',
      role: 'agent',
      services: ['customer'],
      password: 'un mot de passe',
    },
  ],
  files: [],
  tickets: [
    {
      key: 'one',
      commands: [
        { at: '2026-11-02T09:00:00.000Z', by, command: { type: 'file', request: malfunction() } },
        {
          at: '2026-11-02T10:00:00.000Z',
          by: hugo,
          command: { type: 'answer', request: { text: 'Bonjour', awaitsRequester: true } },
        },
      ],
    },
  ],
};

test('a history is loaded once, verified, and the first altered event is named', async () => {
  const file = join(folder, 'history.json');
  await writeFile(file, JSON.stringify(history));
  expect(await run(['seed', file])).toMatchObject({ code: 0, printed: '1 tickets loaded.\n' });
  expect(await run(['seed', file])).toMatchObject({ code: 1 });
  expect(await run(['verify'])).toMatchObject({
    code: 0,
    printed:
      'Nothing was altered: 2 events of 1 tickets were checked.\nNothing of the forum was altered: 0 events of 0 histories were checked.\n',
  });

  const client = createClient({ url: environmentIn(folder).DATABASE_URL ?? '' });
  await client.execute('DROP TRIGGER event_texts_only_erased');
  await client.execute("UPDATE event_texts SET text = 'Bonsoir' WHERE text = 'Bonjour'");
  client.close();
  expect(await run(['verify'])).toMatchObject({
    code: 1,
    printed: expect.stringMatching(/^Altered: event 2 of TEO-1001 \(text_altered\)\.\n/),
  });
  const { printed } = await run(['verify', '--json']);
  expect(JSON.parse(printed)).toEqual({
    ok: false,
    fault: 'text_altered',
    ticketNumber: 1001,
    version: 2,
    forum: { ok: true, histories: 0, events: 0 },
  });
});

test('what is wrong with the configuration is said all at once, and secrets are never repeated', async () => {
  const { code, complained } = await run(['serve'], {
    REQUESTER_TOKEN_SECRET: 'too short a secret',
    PORT: 'x',
  });
  expect(code).toBe(1);
  for (const name of [
    'DATABASE_URL',
    'FILES_DIR',
    'PORT',
    'REQUESTER_TOKEN_SECRET',
    'REQUESTER_TOKEN_ISSUER',
  ]) {
    expect(complained).toContain(name);
  }
  expect(complained).not.toContain('too short a secret');
  expect(complained).not.toContain('    at ');
});

const commands = [
  'serve',
  'migrate',
  'seed',
  'verify',
  'reindex',
  'backup',
  'restore',
  'keys',
  'staff',
  'doctor',
];

test('its help, its README and its example name every command and every variable', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const { printed } = await run(['--help']);
  for (const command of commands) {
    expect(printed).toContain(command);
    expect(readme).toContain(`teo-support ${command}`);
  }
  for (const variable of environmentNames) expect(readme).toContain(`\`${variable}\``);
  const example = await readFile(new URL('../../.env.example', import.meta.url), 'utf8');
  const inExample = [...example.matchAll(/^#?([A-Z\d_]+)=/gm)].map(([, name = '']) => name);
  expect(inExample.sort()).toEqual([...environmentNames].sort());
  // What it gives without a comment is a whole configuration.
  const given = [...example.matchAll(/^([A-Z\d_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  expect(readConfig(Object.fromEntries(given)).port).toBe(4100);
});

test.each(commands)('the help of %s says what its exit codes mean', async (command) => {
  const { code, printed } = await run([command, '--help']);
  expect(code).toBe(0);
  expect(printed).toContain('Exit codes: 0');
});
