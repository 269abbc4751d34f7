import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, noBrowser, thisMachine } from './browser.mjs';
import { build } from './build.mjs';
import { installMissing } from './install-missing.mjs';

/** Makes the pictures of the README from the demo as it is now: `npm run pictures`. */

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
const port = 41_791;

await installMissing(root, console.log);
await build(root, console.log);
const found = await findBrowser(thisMachine(root, console.log));
if (!found) throw new Error(noBrowser);

const { chromium } = await import('@playwright/test');
const { serveDemo } = await import('./demo/serve.mjs');
const dataDir = mkdtempSync(join(tmpdir(), 'teo-support-pictures-'));
const demo = await serveDemo({ port, dataDir, log: console.log });
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: found.path, args });
const pictures = join(root, 'docs', 'pictures');
mkdirSync(pictures, { recursive: true });
try {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  const teo = await context.newPage();
  await teo.goto(demo.links.page);
  const origin = new URL(demo.links.page).origin;
  await teo.request.post(`${origin}/host/switch`, { data: { sub: 'u-mehdi-benali' }, headers: { origin } });
  await teo.goto(`${demo.links.page}/annuaire`);
  await teo.getByLabel('Fichier du dossier partagé').selectOption('stagiaires-2024.csv');
  await teo.getByRole('button', { name: 'Importer' }).click();
  await teo.getByText('14 fiches créées').waitFor();
  await teo.getByRole('button', { name: 'Aide', exact: true }).click();
  await teo.getByRole('tab', { name: 'Mes tickets' }).click();
  await teo.getByRole('button', { name: /J’ai importé le fichier de 2024/ }).click();
  await teo.getByRole('checkbox').nth(3).waitFor();
  await teo.screenshot({ path: join(pictures, 'teo.png') });

  const staff = await context.newPage();
  await staff.goto(demo.links.staff);
  await staff.getByLabel('Adresse e-mail').fill('ines.caron@teo.example.fr');
  await staff.getByLabel('Mot de passe').fill('teo-demo-2026');
  await staff.getByRole('button', { name: 'Se connecter' }).click();
  await staff.getByLabel('Rechercher').fill('Horaires changés');
  await staff
    .getByRole('link', { name: /Horaires changés après l’envoi/ })
    .first()
    .click();
  await staff.getByRole('heading', { level: 1, name: /Horaires changés/ }).waitFor();
  await staff.screenshot({ path: join(pictures, 'staff.png') });
  console.log(`Two pictures are in ${pictures}.`);
} finally {
  await browser.close();
  await demo.close();
  rmSync(dataDir, { recursive: true, force: true });
}
