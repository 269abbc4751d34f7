import type { FileTicketRequest } from '@teo-support/core/contract';
import type { SupportClient } from '@teo-support/sdk';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usageQuestion } from '../testing/requests.js';
import { claire, startTestServer, stranger, type TestServer } from '../testing/test-server.js';
import { putAllInBacklog, workOnBacklog } from './index.js';

let server: TestServer;
let ines: SupportClient;
const ofClaire = new Map<string, string>();

function asking(subject: string, question: string): FileTicketRequest {
  const request = usageQuestion();
  return { ...request, answers: { ...request.answers, subject, question } };
}

const questions: readonly (readonly [key: string, subject: string, question: string])[] = [
  [
    'attendance',
    'L’émargement de l’après-midi',
    'Les stagiaires ont émargé, la feuille de la session 2024-118 est vide.',
  ],
  [
    'invoice',
    'Le total d’une facture',
    'Comment facturer deux clients sur un même échéancier ? Code ERR-FACT-500.',
  ],
  ['work', 'Un marqueur pour l’œuvre', 'Je cherche le marqueur « auteur de l’œuvre » pour la convention.'],
  ['board', 'Des tableaux de bord', 'Où trouver les totaux de mes formatrices ? Jusqu’à hier ils y étaient.'],
];

beforeAll(async () => {
  server = await startTestServer();
  for (const [key, subject, question] of questions) {
    server.clock.now += 1000;
    const { id, reference } = await server.requester(claire).tickets.file(asking(subject, question));
    ofClaire.set(key, reference);
    ines = await server.staff('ines@teo.example.fr');
    if (key === 'attendance') await ines.staff.tickets.writeNote(id, { text: 'Voir le serveur de secours.' });
    if (key === 'invoice')
      await ines.staff.tickets.consult(id, { service: 'technical', question: 'Arrondi connu ?' });
    if (key === 'board') await ines.staff.tickets.resolve(id, { resolution: 'Dans Pilotage.' });
  }
  await server
    .requester(stranger)
    .tickets.file(asking('Notre émargement', 'Une facture aussi, et un canari.'));
}, 60_000);
afterAll(() => server.close());

async function found(q: string): Promise<string[]> {
  const page = await server.requester(claire).tickets.list({ q, sort: 'filed' });
  expect(page.total).toBe(page.items.length);
  return page.items.map(({ reference }) => reference);
}

async function foundByStaff(q: string): Promise<string[]> {
  const page = await ines.staff.tickets.list({ q, sort: 'filed' });
  return page.items.map(({ reference }) => reference);
}

const named = (...keys: string[]) => keys.map((key) => ofClaire.get(key));

describe('a requester finds', () => {
  test.each([
    ['without accents', 'emargement', ['attendance']],
    ['another form of the word', 'émargée', ['attendance']],
    ['a plural', 'factures', ['invoice']],
    ['the verb of a noun', 'facturation', ['invoice']],
    ['an irregular plural', 'total', ['invoice', 'board']],
    ['a feminine', 'formateur', ['board']],
    ['a ligature', 'oeuvres', ['work']],
    ['an elision, however it is typed', "l'emargement d’une session", ['attendance']],
    ['quotes and other signs', '« échéancier » !', ['invoice']],
    ['a code', '2024-118', ['attendance']],
    ['a part of a code', '118', ['attendance']],
    ['a code of letters', 'err-fact-500', ['invoice']],
    ['joined words apart', 'apres midi', ['attendance']],
    ['the beginning of the last word', 'tableaux de b', ['board']],
    ['a beginning that no stem has', 'émargeme', ['attendance']],
    ['all words, in any order', 'session vide', ['attendance']],
    ['those with the most words, when none has them all', 'convention marqueur licorne', ['work']],
    ['what the team answered', 'pilotage', ['board']],
    ['words that every text has, if there are no others', 'de la', ['attendance', 'work']],
  ])('%s', async (_what, q, keys) => {
    expect(await found(q)).toEqual(named(...keys));
  });

  test('a ticket by its reference, whatever its status and however it is written', async () => {
    const reference = ofClaire.get('board') ?? '';
    for (const q of [reference, reference.toLowerCase(), ` ${reference.replace('TEO-', '#')} `]) {
      expect(await found(q)).toEqual([reference]);
    }
    expect(await found(reference.replace('TEO-', ''))).toEqual([reference]);
    const page = await server.requester(claire).tickets.list({ q: reference, status: 'new' });
    expect(page.total).toBe(1);
  });

  test.each([
    ['the words of a note', 'secours'],
    ['the words of a consultation', 'arrondi'],
    ['names of people', 'vasseur'],
    ['names of organizations', 'métiers'],
    ['another organization', 'canari'],
    ['nothing that is there', 'licorne'],
  ])('never %s', async (_what, q) => {
    expect(await found(q)).toEqual([]);
  });

  test('what others have says nothing of what one has oneself', async () => {
    // A ticket of another organization has both words; here each has one, and these are found.
    expect(await found('émargement canari')).toEqual(named('attendance'));
  });
});

describe('the team finds', () => {
  test.each([
    ['by the words of a note', 'secours', ['attendance']],
    ['by the words of a consultation', 'arrondis', ['invoice']],
    ['by a note and the ticket together', 'émargement secours', ['attendance']],
    ['by the requester', 'claire vasseur', ['attendance', 'invoice', 'work', 'board']],
    ['by the organization', 'atelier des metiers', ['attendance', 'invoice', 'work', 'board']],
    ['by the requester and a word', 'vasseur facture', ['invoice']],
    ['by the address of the requester', 'u-claire@example.fr facture', ['invoice']],
  ])('%s', async (_what, q, keys) => {
    expect(await foundByStaff(q)).toEqual(named(...keys));
  });

  test('people under the name that they have now', async () => {
    const renamed = { ...claire, sub: 'u-renamed', name: 'Aude Cœurdacier' };
    server.clock.now += 1000;
    const { reference } = await server.requester(renamed).tickets.file(asking('Bonjour', 'Une question'));
    expect(await foundByStaff('coeurdacier')).toEqual([reference]);
    server.clock.now += 1000;
    await server.requester({ ...renamed, name: 'Aude Martin' }).tickets.list();
    expect(await foundByStaff('coeurdacier')).toEqual([]);
    expect(await foundByStaff('aude martin')).toEqual([reference]);
  });
});

test('no input is a syntax error', async () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          '"',
          "'",
          '*',
          'AND',
          'OR',
          'NEAR(',
          '^',
          ':',
          '-',
          '(',
          ')',
          '\\',
          '%',
          '\u0000',
          'stems',
        ),
        {
          maxLength: 8,
        },
      )
      .map((parts) => parts.join(' ')),
  );
  await fc.assert(
    fc.asyncProperty(anyText, async (q) => {
      await expect(found(q.slice(0, 100))).resolves.toBeInstanceOf(Array);
      await expect(foundByStaff(q.slice(0, 100))).resolves.toBeInstanceOf(Array);
    }),
    { numRuns: 60 },
  );
});

test('the index is what the log makes again', async () => {
  const { read } = server.support.db;
  const contents = async () => ({
    everyone: await read.all(sql`select rowid, stems, forms, marks from ticket_words order by rowid`),
    team: await read.all(sql`select rowid, stems, forms from ticket_team_words order by rowid`),
  });
  const kept = await contents();
  expect(kept.team).toHaveLength(2);
  await server.support.db.write((tx) => tx.run(sql`delete from ticket_words where rowid > 1002`));
  expect(await contents()).not.toEqual(kept);
  await putAllInBacklog(server.support.db);
  while (await workOnBacklog(server.support.db));
  expect(await contents()).toEqual(kept);
});
