import type { HistoryInput } from '@teo-support/core/contract';
import { afterAll, expect, test } from 'vitest';
import { claire, issuer, startTestServer } from '../testing/test-server.js';
import { loadHistory } from './index.js';

const server = await startTestServer();
afterAll(() => server.close());

const jo = { kind: 'staff', email: 'jo@teo.example.fr' } as const;
const teomaster = { kind: 'teomaster', subject: claire.sub } as const;
const parts = { role: 'gestionnaire', purpose: 'gagner du temps', module: 'invoicing' } as const;
const submitted = (key: string, need: string, day: string) => ({
  key,
  at: `2026-${day}T09:00:00Z`,
  by: teomaster,
  command: { type: 'submit' as const, request: { ...parts, need } },
});

function history(rationale: string): HistoryInput {
  const { key: first, ...firstStep } = submitted('avoir', 'un avoir se fasse en un clic', '03-02');
  const { key: second, ...secondStep } = submitted('avoirs', 'les avoirs se fassent vite', '03-03');
  const merge = { type: 'merge' as const, into: first };
  const comment = { type: 'comment' as const, request: { text: 'Chez nous aussi.' } };
  const hide = { type: 'hide' as const, comment: 1, reason: 'Doublon.' };
  const draft = {
    type: 'draft' as const,
    improvement: first,
    request: { status: 'implemented' as const, rationale },
  };
  const earlier = {
    ...draft,
    request: {
      status: 'planned' as const,
      rationale: 'Plusieurs organismes en ont besoin : prévu pour la 8.6.',
    },
  };
  const record = { type: 'record_implementation' as const, request: { release: '8.6' } };
  return {
    organizations: [{ externalId: claire.org, name: claire.org_name }],
    teomasters: [
      {
        issuer,
        subject: claire.sub,
        organization: claire.org,
        name: claire.name,
        email: 'claire@example.fr',
        locale: 'fr',
      },
    ],
    staff: [
      { email: jo.email, name: 'Jo', role: 'agent', services: ['customer'], password: 'un mot de passe' },
    ],
    improvements: {
      requests: [
        { key: first, commands: [firstStep, { at: '2026-03-28T09:00:00Z', by: jo, command: record }] },
        {
          key: second,
          commands: [
            secondStep,
            { at: '2026-03-04T09:00:00Z', by: teomaster, command: comment },
            { at: '2026-03-05T09:00:00Z', by: jo, command: hide },
            { at: '2026-03-06T09:00:00Z', by: jo, command: merge },
          ],
        },
      ],
      reviews: [
        {
          month: '2026-02',
          commands: [
            { at: '2026-03-10T09:00:00Z', by: jo, command: earlier },
            { at: '2026-03-11T09:00:00Z', by: jo, command: { type: 'publish' } },
          ],
        },
        {
          month: '2026-03',
          commands: [
            { at: '2026-03-24T09:00:00Z', by: jo, command: draft },
            { at: '2026-03-26T09:00:00Z', by: jo, command: { type: 'publish' } },
          ],
        },
      ],
    },
    files: [],
    tickets: [],
  };
}

test('a decision without a reason is refused, and nothing of its history is loaded', async () => {
  const { db, store } = server.support;
  await expect(loadHistory(db, store, history('Oui, c’est fait.'))).rejects.toMatchObject({
    message: expect.stringContaining('2026-03'),
    cause: { rejection: { code: 'rationale_without_substance' } },
  });
  const ines = await server.staff('ines@teo.example.fr');
  expect((await ines.staff.improvements.list()).items).toEqual([]);
});

test('requests and reviews are loaded through the rules, at their own times', async () => {
  const { db, store } = server.support;
  await loadHistory(db, store, history('L’avoir en un clic est livré depuis la version 8.6.'));
  const client = server.requester(claire);
  const page = await client.improvements.list();
  expect(page.items).toMatchObject([
    {
      need: 'un avoir se fasse en un clic',
      votes: 1,
      comments: 0,
      submittedAt: '2026-03-02T09:00:00.000Z',
      decision: { month: '2026-03', at: '2026-03-26T09:00:00.000Z' },
      implementation: { release: '8.6', article: null },
    },
  ]);
  const detail = await client.improvements.get(page.items[0]?.id ?? '');
  expect(detail.merged).toMatchObject([{ need: 'les avoirs se fassent vite' }]);
  // Who has read what is not in a history: only the latest review is news.
  const notices = await client.improvements.notices();
  expect(notices.unread).toBe(1);
  expect(notices.notices).toMatchObject([
    { month: '2026-03', readAt: null },
    { month: '2026-02', readAt: '2026-03-11T09:00:00.000Z' },
  ]);
});
