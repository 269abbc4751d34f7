import { request as httpRequest } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ConnectionError, type StaffExportQuery, type SupportClient } from '@teo-support/sdk';
import { parse } from 'csv-parse/sync';
import { getTableColumns, sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addCrowd } from '../../testing/crowd.js';
import { malfunction, usageQuestion } from '../../testing/requests.js';
import { claire, startTestServer, stranger, type TestServer, withCookie } from '../../testing/test-server.js';
import { tickets } from '../tables.js';
import type { Exported } from './export-route.js';

let server: TestServer;
let ines: SupportClient;
/** What was told of the files that were made. */
let told: Exported[];
const inesAddress = 'ines@teo.example.fr';

beforeEach(async () => {
  told = [];
  const write = (line: string) => {
    const { exported } = JSON.parse(line);
    if (exported !== undefined) told.push(exported);
  };
  server = await startTestServer({ logger: pino({ level: 'info' }, { write }) });
  ines = await server.staff(inesAddress);
});
afterEach(() => server.close());

/** So many tickets like the one that there is, each a row for lists to read. */
async function multiply(ticketId: string, copies: number): Promise<void> {
  const kept = Object.values(getTableColumns(tickets)).filter(
    ({ name }) => name !== 'id' && name !== 'number',
  );
  const columns = sql.join(
    kept.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  await server.support.db.write((tx) =>
    tx.run(sql`
      insert into tickets (id, number, ${columns})
      with recursive copies(n) as (select 1 union all select n + 1 from copies where n < ${copies})
      select 'copy-' || n, number + n, ${columns} from tickets, copies where id = ${ticketId}`),
  );
}

interface Read {
  readonly rows: Readonly<Record<string, string>>[];
  readonly text: string;
  readonly name: string;
}

async function read(query: StaffExportQuery = {}, client = ines, delimiter = ';'): Promise<Read> {
  const download = await client.staff.tickets.export(query);
  const pieces: Uint8Array[] = [];
  for await (const piece of download) pieces.push(piece);
  const text = Buffer.concat(pieces).toString();
  return { rows: parse(text, { bom: true, columns: true, delimiter }), text, name: download.name };
}

const references = (rows: readonly Readonly<Record<string, string>>[]) => rows.map((row) => row.Référence);

/** Asks without a socket in between, which would take in more than was read: a piece is made when it is asked for. */
async function ask(query = '', headers: Record<string, string> = {}) {
  const cookie = await server.staffCookie(inesAddress);
  const url = `${server.url}/v1/staff/tickets.csv${query}`;
  const response = await server.support.fetch(new Request(url, { headers: { cookie, ...headers } }));
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error('There is no body.');
  const decoder = new TextDecoder();
  let text = '';
  /** @returns whether that was all */
  const one = async () => {
    const { done, value } = await reader.read();
    text += decoder.decode(value, { stream: !done });
    return done;
  };
  return {
    one,
    leave: () => reader.cancel(),
    async rest() {
      while (!(await one()));
      const rows: Record<string, string>[] = parse(text, { bom: true, columns: true, delimiter: ';' });
      return rows;
    },
  };
}

describe('the file', () => {
  test('has what the queue shows, in words and in two times, for spreadsheets of the language', async () => {
    const filed = await server.requester(claire).tickets.file(malfunction());
    const me = await ines.staff.session();
    await ines.staff.tickets.assign(filed.id, { service: 'customer', agentId: me.id });
    server.clock.now += 3_600_000;
    await ines.staff.tickets.answer(filed.id, { text: 'Quel navigateur ?', awaitsRequester: true });
    const { rows, text, name } = await read();
    expect(name).toBe('tickets-2026-11-24-1100.csv');
    expect(text.startsWith('\uFEFFRéférence;Sujet;Type;')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(rows).toEqual([
      {
        Référence: 'TEO-1001',
        Sujet: 'La feuille d’émargement de l’après-midi se vide',
        Type: 'Dysfonctionnement',
        État: 'En attente du téomaster',
        Priorité: 'Élevée',
        'À qui de jouer': 'Au téomaster',
        Service: 'Service clients',
        'Pris en charge par': 'Inès Caron',
        Organisme: 'Atelier des Métiers',
        Téomaster: 'Claire Vasseur',
        'Échéance (UTC)': '2026-11-29T09:00:00.000Z',
        'Échéance (Europe/Paris)': '2026-11-29 10:00:00',
        Délai: 'En pause',
        'Délai dépassé': 'Non',
        'Dépôt (UTC)': '2026-11-24T09:00:00.000Z',
        'Dépôt (Europe/Paris)': '2026-11-24 10:00:00',
        'Dernier changement (UTC)': '2026-11-24T10:00:00.000Z',
        'Dernier changement (Europe/Paris)': '2026-11-24 11:00:00',
        'Première réponse (UTC)': '2026-11-24T10:00:00.000Z',
        'Première réponse (Europe/Paris)': '2026-11-24 11:00:00',
        'Première réponse en retard': 'Non',
        'Verdict du test': '',
        'Transmission au service technique (UTC)': '',
        'Transmission au service technique (Europe/Paris)': '',
        'Doublon fusionné': 'Non',
        'Porté par un bug avéré': 'Non',
      },
    ]);
  });

  test('is in English for who reads English, with commas, unless another separator is asked for', async () => {
    await server.requester(claire).tickets.file(malfunction());
    const cookie = await server.staffCookie(inesAddress);
    const ask = async (query: string) => {
      const headers = { cookie, 'accept-language': 'en' };
      const response = await fetch(`${server.url}/v1/staff/tickets.csv${query}`, { headers });
      return { head: response.headers, text: await response.text() };
    };
    const { head, text } = await ask('');
    expect(text).toContain('TEO-1001,La feuille d’émargement de l’après-midi se vide,Malfunction,New,High,');
    expect((await ask('?separator=tab')).text).toContain('Reference\tSubject\tType\tStatus\t');
    expect(head.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(head.get('content-disposition')).toBe('attachment; filename="tickets-2026-11-24-1000.csv"');
    expect(head.get('content-language')).toBe('en');
    expect(head.get('cache-control')).toBe('private, no-store');
    expect(head.get('x-content-type-options')).toBe('nosniff');
  });

  test('keeps to the filters, the search and the order of the list', async () => {
    const requester = server.requester(claire);
    const first = await requester.tickets.file(malfunction());
    const second = await requester.tickets.file(usageQuestion());
    const third = await requester.tickets.file(
      malfunction({ impact: { usable: false, alternative: 'none' } }),
    );
    await ines.staff.tickets.resolve(first.id, { resolution: 'Corrigé.' });
    expect(references((await read()).rows)).toEqual([third.reference, second.reference]);
    const all = { status: 'all', sort: '-filed' } as const;
    expect(references((await read(all)).rows)).toEqual([third.reference, second.reference, first.reference]);
    expect(references((await read({ type: 'malfunction', status: 'resolved' })).rows)).toEqual([
      first.reference,
    ]);
    expect(references((await read({ q: 'marqueur' })).rows)).toEqual([second.reference]);
    expect((await read({ q: 'introuvable' })).rows).toEqual([]);
    expect((await read({ priority: 'medium' })).text).toMatch(/^\uFEFFRéférence;[^\r]*\r\n$/);
  });

  test('does nothing on the machine of whoever opens it, and keeps what people wrote', async () => {
    const mallory = {
      ...claire,
      sub: 'u-mallory',
      name: '@SUM(1+1)*cmd|’ /C calc’!A0',
      org: 'org-evil',
      org_name: '=HYPERLINK("http://evil.example.fr";"Payer")',
    };
    const subject = 'Prix : 3,50 € ;=1+1 et "guillemets"';
    const { answers } = malfunction();
    await server.requester(mallory).tickets.file(malfunction({ answers: { ...answers, subject } }));
    const { rows } = await read();
    expect(rows).toMatchObject([
      {
        Sujet: 'Prix : 3,50 € ;\'=1+1 et "guillemets"',
        Téomaster: `'${mallory.name}`,
        Organisme: `'${mallory.org_name}`,
      },
    ]);
  });

  test('of several pages has every ticket once, over real HTTP', async () => {
    const { id } = await server.requester(claire).tickets.file(malfunction());
    await multiply(id, 999);
    for (const sort of ['due', '-changed', 'priority', '-filed'] as const) {
      const { rows } = await read({ sort });
      expect(rows).toHaveLength(1000);
      expect(new Set(references(rows)).size).toBe(1000);
    }
    expect(told.map(({ tickets: count, ended }) => [count, ended])).toEqual(Array(4).fill([1000, 'whole']));
  });
});

describe('while others work', () => {
  /**
   * So many tickets, each later than the one before: real ones at the places that are worked on, and between them rows
   * like the last real one.
   */
  async function file(count: number, places: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const ids = new Map<number, string>();
    let place = 0;
    while (place < count) {
      // More than the rows between two of them are apart.
      server.clock.now += 10_000;
      const { id, reference } = await server.requester(claire).tickets.file(usageQuestion());
      ids.set(place, id);
      const next = Math.min(count, ...places.filter((worked) => worked > place));
      const like = Number(reference.slice('TEO-'.length));
      const between = { like, from: like + 1, count: next - place - 1 };
      if (between.count > 0) await addCrowd(server.support.db, between);
      place = next;
    }
    return ids;
  }

  test('no ticket is lost that moves behind the place, none doubled that moves before it', async () => {
    const worked = [0, 10, 49, 50, 199, 200, 250, 440, 449];
    const ids = await file(450, worked);
    const before = references((await read({ sort: '-changed' })).rows);
    expect(new Set(before).size).toBe(450);
    // The latest change first: whatever changes moves to the front, behind the place.
    const forwards = await ask('?sort=-changed');
    // The earliest first: whatever was given already moves to the end, before the place.
    const backwards = await ask('?sort=changed');
    await forwards.one();
    await backwards.one();
    server.clock.now += 1000;
    for (const place of worked) {
      await ines.staff.tickets.answer(ids.get(place) ?? '', { text: 'Vu.', awaitsRequester: false });
    }
    const newcomer = await server.requester(stranger).tickets.file(usageQuestion());
    for (const rows of [await forwards.rest(), await backwards.rest()]) {
      expect(references(rows)).toHaveLength(450);
      expect(new Set(references(rows))).toEqual(new Set(before));
      expect(references(rows)).not.toContain(newcomer.reference);
    }
  });

  test('what leaves the list before it is reached is left out, what stays is in it', async () => {
    const ids = await file(230, [5, 220]);
    const reading = await ask('?sort=filed');
    await reading.one();
    await ines.staff.tickets.resolve(ids.get(220) ?? '', { resolution: 'Corrigé.' });
    await ines.staff.tickets.resolve(ids.get(5) ?? '', { resolution: 'Corrigé.' });
    const rows = await reading.rest();
    // The sixth was written as it was then; a file cannot take back what was sent.
    expect(rows).toHaveLength(229);
    expect(rows.map((row) => row.État)).not.toContain('Résolu');
  });

  test('of what a search finds, too', async () => {
    const ids = await file(210, []);
    const reading = await ask('?q=marqueur&sort=-changed');
    await reading.one();
    server.clock.now += 1000;
    await ines.staff.tickets.answer(ids.get(0) ?? '', { text: 'Vu.', awaitsRequester: false });
    expect(new Set(references(await reading.rest())).size).toBe(210);
  });
});

describe('a reader', () => {
  test('who does not read has nothing made ahead, and who leaves ends it', async () => {
    const { id } = await server.requester(claire).tickets.file(malfunction());
    await multiply(id, 999);
    const reading = await ask();
    await reading.one();
    for (let turn = 0; turn < 100; turn += 1) await nextTurn();
    await reading.leave();
    expect(told).toMatchObject([{ tickets: 50, ended: 'left' }]);
  });

  test('who goes away over HTTP ends it, and the server goes on', async () => {
    const { id } = await server.requester(claire).tickets.file(malfunction());
    // More than sockets take in for a reader who does not read.
    await multiply(id, 40_000);
    const headers = { cookie: await server.staffCookie(inesAddress) };
    await new Promise<void>((resolve, reject) => {
      const asked = httpRequest(`${server.url}/v1/staff/tickets.csv`, { headers }, (response) => {
        response.once('readable', () => {
          asked.destroy();
          resolve();
        });
      });
      asked.once('error', reject).end();
    });
    await expect.poll(() => told).toMatchObject([{ ended: 'left' }]);
    expect(told[0]?.tickets).toBeLessThan(40_000);
    expect((await ines.staff.tickets.list()).items).toHaveLength(25);
  });

  test('whose session ends meanwhile has no more of it, and cannot take it for all', async () => {
    const { id } = await server.requester(claire).tickets.file(malfunction());
    await multiply(id, 40_000);
    const download = await ines.staff.tickets.export();
    await ines.staff.signOutEverywhere();
    const readAll = async () => {
      let bytes = 0;
      for await (const piece of download) bytes += piece.byteLength;
      return bytes;
    };
    await expect(readAll()).rejects.toBeInstanceOf(ConnectionError);
    expect(told).toMatchObject([{ ended: 'shut out' }]);
  });

  test('who asks for its head alone gets no file made', async () => {
    const cookie = await server.staffCookie(inesAddress);
    const response = await fetch(`${server.url}/v1/staff/tickets.csv`, {
      method: 'HEAD',
      headers: { cookie },
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(told).toEqual([]);
  });
});

describe('is refused', () => {
  test('to téomasters of any organization, and to nobody in particular', async () => {
    await server.requester(claire).tickets.file(malfunction());
    const url = `${server.url}/v1/staff/tickets.csv`;
    for (const person of [claire, stranger]) {
      const authorization = `Bearer ${await server.token(person)}`;
      const response = await fetch(url, { headers: { authorization } });
      expect([response.status, (await response.json()).code]).toEqual([403, 'not-allowed']);
    }
    expect((await fetch(url)).status).toBe(401);
    expect(told).toEqual([]);
  });

  test('with a filter that there is not, in words', async () => {
    const cookie = await server.staffCookie(inesAddress);
    const refused = await fetch(`${server.url}/v1/staff/tickets.csv?status=lost&limit=3`, {
      headers: { cookie },
    });
    expect(refused.status).toBe(400);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(told).toEqual([]);
  });
});

test('it counts for the limit of its reader', async () => {
  await server.close();
  server = await startTestServer({ environment: { RATE_LIMIT_STAFF: '1' } });
  const fetching = withCookie(await server.staffCookie(inesAddress));
  const url = `${server.url}/v1/staff/tickets.csv`;
  const first = await fetching(url);
  await first.text();
  expect(first.headers.get('ratelimit')).toMatch(/"staff";r=0/);
  expect((await fetching(url)).status).toBe(429);
});
