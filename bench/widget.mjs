import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser, noBrowser, thisMachine } from '../scripts/browser.mjs';
import { startServer, tokenOf } from './server.mjs';
import { startHostPage } from './widget/host-page.mjs';
import { heapGrowth, visitOnce } from './widget/one-visit.mjs';
import { bundledPeers } from './widget/peers.mjs';

/** @typedef {import('./widget/one-visit.mjs').Candidate} Candidate */
/** @typedef {import('./widget/one-visit.mjs').Visit} Visit */

/**
 * @typedef {Visit & { name: string, mainOverBareMs: number, heapKiB: number }} WidgetFigure `mainOverBareMs`: of main
 *   thread until nothing more came, beyond that of the page alone
 * @typedef {{ name: string, kB: number, ofOurs: number, what: string }} PeerSize what its script weighs (gzip), and how
 *   many times that of our whole way to the form
 */

/** @type {Candidate} */
const bare = {
  name: 'the page alone',
  path: '/bare',
  load: null,
  open: async () => {},
  close: async () => {},
};

/** @param {import('@playwright/test').Page} page */
const ourField = (page) => page.getByLabel('Your question in one sentence');

/** @type {Candidate} */
const ours = {
  name: 'téo support',
  path: '/ours',
  load: (page) => page.getByRole('button', { name: 'Help', exact: true }).waitFor(),
  async open(page) {
    const type = page.getByRole('button', { name: /^Usage question/ });
    const field = ourField(page);
    await page.getByRole('button', { name: 'Help', exact: true }).click();
    await type.or(field).waitFor();
    // Opened again it is where it was left.
    if (await type.isVisible()) await type.click();
    await field.press('a');
  },
  close: async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  },
};

/** @type {Omit<Candidate, 'path'>} */
const sentry = {
  name: 'Sentry Feedback',
  load: (page) => page.getByRole('button', { name: 'Help' }).waitFor(),
  async open(page) {
    await page.getByRole('button', { name: 'Help' }).click();
    await page.getByRole('textbox', { name: /description/i }).press('a');
  },
  close: async (page) => {
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('textbox', { name: /description/i }).waitFor({ state: 'hidden' });
  },
};

/**
 * What the widget costs the page that has it, and the person who waits for its form, beside the page alone and beside
 * the one peer that works without a server of its vendor; and what the scripts of others weigh.
 *
 * @param {string} folder
 * @param {{ rounds: number, openings: number }} effort
 */
export async function measureWidget(folder, { rounds, openings }) {
  const found = await findBrowser(thisMachine(process.cwd(), console.error));
  if (found === undefined) throw new Error(noBrowser);
  const peers = await bundledPeers(join(folder, 'peers'));
  const scripts = new Map(peers.map(({ script }, place) => [`/peer-${place}.js`, script]));
  let api = '';
  const host = await startHostPage({ token: () => tokenOf(), api: () => api, scripts });
  const server = await startServer(join(folder, 'widget'), { ALLOWED_ORIGINS: host.origin });
  api = server.url;
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: found.path, args });
  try {
    const path = `/peer-${peers.findIndex(({ name }) => name === sentry.name)}`;
    const candidates = [bare, ours, { ...sentry, path }];
    /** @type {Map<string, Visit[]>} */
    const visits = new Map(candidates.map(({ name }) => [name, []]));
    for (let round = 0; round <= rounds; round += 1) {
      for (const candidate of candidates) {
        const visit = await visitOnce(browser, host.origin, candidate);
        // The first ones warm the browser up.
        if (round > 0) visits.get(candidate.name)?.push(visit);
      }
    }
    const bareMs = median((visits.get(bare.name) ?? []).map(({ loadMs }) => loadMs));
    /** @type {WidgetFigure[]} */
    const figures = [];
    for (const candidate of candidates) {
      const each = visits.get(candidate.name) ?? [];
      /** @param {keyof Visit} key */
      const of = (key) => median(each.map((visit) => visit[key]));
      figures.push({
        name: candidate.name,
        requests: of('requests'),
        kB: of('kB'),
        loadMs: of('loadMs'),
        idleMs: of('idleMs'),
        shift: of('shift'),
        formRequests: of('formRequests'),
        formKB: of('formKB'),
        formMs: of('formMs'),
        formMainMs: of('formMainMs'),
        mainOverBareMs: of('loadMs') - bareMs,
        heapKiB: candidate.load === null ? 0 : await heapGrowth(browser, host.origin, candidate, openings),
      });
    }
    const whole = figures.find(({ name }) => name === ours.name);
    const oursKB = (whole?.kB ?? Number.NaN) + (whole?.formKB ?? Number.NaN);
    /** @type {PeerSize[]} */
    const sizes = peers.map(({ name, gzip, what }) => ({
      name,
      kB: gzip / 1000,
      ofOurs: gzip / 1000 / oursKB,
      what,
    }));
    return { figures, sizes };
  } finally {
    await browser.close();
    await server.stop();
    await host.stop();
  }
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
