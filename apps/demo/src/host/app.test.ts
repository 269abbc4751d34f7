import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { createHostApp } from './app.js';

const secret = new TextEncoder().encode('a secret of at least thirty-two characters');
const now = Date.parse('2026-11-24T09:00:00Z');
let host: ReturnType<typeof createHostApp>;
let cookie = '';

beforeEach(() => {
  host = createHostApp({ secret, issuer: 'https://teo.test', audience: 'teo-support', now: () => now });
  cookie = '';
});

/** As a browser does: keeps the cookie and says where the request comes from. */
async function ask(
  path: string,
  init: { method?: string; json?: unknown; headers?: Record<string, string> } = {},
) {
  const response = await host.request(path, {
    method: init.method ?? 'GET',
    headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...init.headers },
    ...(init.json === undefined ? {} : { body: JSON.stringify(init.json) }),
  });
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
  return response;
}

describe('pages', () => {
  test.each(['/teo', '/teo/annuaire', '/teo?lang=en', '/staff', '/staff/tickets/1'])(
    '%s forbids what is not its own',
    async (path) => {
      const response = await ask(path);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(response.status).toBe(200);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types lit-html teo-support");
      expect(policy).not.toContain('unsafe');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('referrer-policy')).toBe('same-origin');
    },
  );

  test.each(['/teo', '/staff'])('%s has no script or style of its own inside', async (path) => {
    const html = await (await ask(path)).text();
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
  });

  test('téo embeds the widget by one script and one element', async () => {
    const html = await (await ask('/teo')).text();
    expect(html).toContain('<script type="module" src="/widget/teo-support.js"></script>');
    expect(html).toContain(
      '<teo-support token-url="/host/token" host-version="téo 8.4.2" module="training_files" lang="fr"></teo-support>',
    );
  });

  test('téo speaks English on request, and to people who chose it', async () => {
    expect(await (await ask('/teo?lang=en')).text()).toContain('<html lang="en">');
    await ask('/host/switch', { method: 'POST', json: { sub: 'u-emily-carter' } });
    expect(await (await ask('/teo')).text()).toContain('<html lang="en">');
  });

  test('each screen has its address and its title, and other addresses lead nowhere', async () => {
    expect(await (await ask('/teo')).text()).toContain('<title>Feuille d’émargement · téo</title>');
    expect(await (await ask('/teo/facturation')).text()).toContain('<title>Échéancier · téo</title>');
    expect(await (await ask('/teo/formations?lang=en')).text()).toContain(
      '<title>téo training · téo</title>',
    );
    expect(await (await ask('/teo/faq')).text()).toContain('<title>FAQ · téo</title>');
    expect(await (await ask('/teo/faq/an-article')).text()).toContain('<teo-app>');
    expect((await ask('/teo/nothing')).status).toBe(404);
  });

  test('the root leads to téo', async () => {
    expect((await ask('/')).headers.get('location')).toBe('/teo');
  });

  test('paths of the API are not claimed', async () => {
    for (const path of ['/v1/me', '/openapi.json', '/reference', '/livez'])
      expect((await ask(path)).status).toBe(404);
  });
});

describe('assets', () => {
  test('are checked again by their etag, and never again when their name carries their hash', async () => {
    const assetsDir = await mkdtemp(join(tmpdir(), 'assets-'));
    await writeFile(join(assetsDir, 'staff.js'), 'export {};');
    await writeFile(join(assetsDir, 'chunk-ABCD1234.js'), 'export {};');
    host = createHostApp({ secret, issuer: 'i', audience: 'a', now: () => now, assetsDir });
    const first = await ask('/assets/staff.js');
    expect(first.headers.get('content-type')).toContain('text/javascript');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const again = await ask('/assets/staff.js', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect((await ask('/assets/chunk-ABCD1234.js')).headers.get('cache-control')).toContain('immutable');
  });

  test.each([
    '/assets/../index.ts',
    '/assets/..%2findex.js',
    '/assets/%',
    '/assets/none.js',
    '/widget/..%2f..%2fpackage.json',
  ])('%s is not there', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });
});

describe('the token', () => {
  test('names the signed-in person and their organization, for ten minutes', async () => {
    const response = await ask('/host/token', { method: 'POST' });
    const { token } = await response.json();
    const { payload } = await jwtVerify(token, secret, {
      issuer: 'https://teo.test',
      audience: 'teo-support',
      currentDate: new Date(now),
    });
    expect(decodeProtectedHeader(token).alg).toBe('HS256');
    expect(payload).toMatchObject({
      sub: 'u-claire-vasseur',
      org: 'org-atelier-des-metiers',
      org_name: 'Atelier des Métiers',
      name: 'Claire Vasseur',
      email: 'claire.vasseur@atelier-des-metiers.example',
      locale: 'fr',
      iat: now / 1000,
      exp: now / 1000 + 600,
    });
    expect(payload.jti).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('follows the choice of another person', async () => {
    await ask('/host/switch', { method: 'POST', json: { sub: 'u-yann-le-goff' } });
    const { token } = await (await ask('/host/token', { method: 'POST' })).json();
    const { payload } = await jwtVerify(token, secret, { currentDate: new Date(now) });
    expect(payload).toMatchObject({ sub: 'u-yann-le-goff', org: 'org-formalia-ouest' });
  });

  test('is not given to another site, nor for a forged cookie', async () => {
    const elsewhere = await ask('/host/token', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(elsewhere.status).toBe(403);
    cookie = 'teo_host=x%20u-yann-le-goff.forged';
    expect((await (await ask('/host/session')).json()).person.sub).toBe('u-claire-vasseur');
  });

  test('is not given for a person who does not exist', async () => {
    expect((await ask('/host/switch', { method: 'POST', json: { sub: 'u-nobody' } })).status).toBe(404);
    expect((await ask('/host/switch', { method: 'POST' })).status).toBe(404);
  });
});

describe('a feature on trial', () => {
  const as = (sub: string) => ask('/host/switch', { method: 'POST', json: { sub } });

  test('is there for who takes part in it', async () => {
    expect((await (await as('u-yann-le-goff')).json()).screens).toContain('planning');
    expect((await ask('/teo/agenda')).status).toBe(200);
    const { sessions } = await (await ask('/host/planning/sessions')).json();
    const { placed } = await (await ask('/host/planning/proposals', { method: 'POST' })).json();
    expect(placed).toHaveLength(sessions.length);
  });

  test.each(['u-claire-vasseur', 'u-helene-dubreuil'])('is not there for %s', async (sub) => {
    expect((await (await as(sub)).json()).screens).not.toContain('planning');
    expect((await ask('/teo/agenda')).headers.get('location')).toBe('/teo');
    expect((await ask('/host/planning/sessions')).status).toBe(404);
    expect((await ask('/host/planning/proposals', { method: 'POST' })).status).toBe(404);
  });

  test('the choice of people says what sets their organizations apart', async () => {
    const { organizations } = await (await ask('/host/session')).json();
    expect(organizations).toContainEqual(
      expect.objectContaining({ name: 'Formalia Ouest', trainings: 2, trials: ['Planning assisté'] }),
    );
    expect(organizations).toContainEqual(
      expect.objectContaining({ name: 'Passerelle Numérique', trainings: 0, trials: [] }),
    );
  });
});

describe('the directory of trainees', () => {
  const send = (json: unknown) => ask('/host/directory/imports', { method: 'POST', json });
  const records = async () => (await (await ask('/host/directory')).json()).records;

  test('takes the wrong file as readily as the right one, and is put right step by step', async () => {
    const before = await records();
    expect(await (await send({ shared: 'stagiaires-2024.csv' })).json()).toMatchObject({
      created: 14,
      replaced: 9,
    });
    await ask('/host/directory/archive-created', { method: 'POST' });
    for (const { id, origin } of await records())
      if (origin === 'replaced') await ask(`/host/directory/${id}/restore`, { method: 'POST' });
    expect(await records()).toEqual(before);
  });

  test('is each visitor’s own, and as new on request', async () => {
    await send({ text: 'Léo;Roy;Brunel;leo@roy.example' });
    expect(await records()).toHaveLength(10);
    const mine = cookie;
    cookie = '';
    expect(await records()).toHaveLength(9);
    cookie = mine;
    await ask('/host/directory', { method: 'DELETE' });
    expect(await records()).toHaveLength(9);
  });

  test.each([{ shared: 'toString' }, { text: 'x'.repeat(200_001) }, {}, null])(
    'refuses what is no file, case %#',
    async (json) => {
      const refused = await send(json);
      expect(refused.status).toBe(400);
      expect(await refused.json()).toEqual({ code: 'ERR-IMPORT-400' });
    },
  );
});

describe('the attendance sheet', () => {
  const slot = '/host/attendance/2026-11-24/afternoon';
  const afternoon = async () => (await (await ask('/host/attendance')).json()).days[1].slots.afternoon;

  test('sends invitations again while the hours stand as they were sent', async () => {
    expect((await afternoon()).signatures).toHaveLength(9);
    expect((await ask(`${slot}/invitations`, { method: 'POST' })).status).toBe(200);
  });

  test('loses the afternoon once its hours are changed: the defect to report', async () => {
    const changed = await ask(`${slot}/hours`, { method: 'POST', json: { start: '14:00', end: '17:00' } });
    expect(changed.status).toBe(200);
    const invited = await ask(`${slot}/invitations`, { method: 'POST' });
    expect(invited.status).toBe(500);
    expect(await invited.json()).toEqual({ code: 'ERR-EMARG-500' });
    expect((await afternoon()).signatures).toEqual([]);
  });

  test('is each visitor’s own, and as new on request', async () => {
    await ask(`${slot}/hours`, { method: 'POST', json: { start: '14:00', end: '17:00' } });
    const mine = cookie;
    cookie = '';
    expect((await afternoon()).signatures).toHaveLength(9);
    cookie = mine;
    expect((await afternoon()).signatures).toEqual([]);
    await ask('/host/attendance', { method: 'DELETE' });
    expect((await afternoon()).signatures).toHaveLength(9);
  });

  test.each([{ start: '25:00', end: '26:00' }, { start: '15:00', end: '14:00' }, {}, null])(
    'refuses the hours %j',
    async (json) => {
      expect((await ask(`${slot}/hours`, { method: 'POST', json })).status).toBe(400);
    },
  );
});
