import type { BrowserContext, Page } from '@playwright/test';
import { openTeo } from './people.js';
import { expect, expectAccessible, test } from './watched-page.js';

const subject = 'Le journal des envois est vide';
const journal = {
  name: 'journal.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Une ligne du journal des envois.\n'.repeat(60_000)),
};

/** The form of a malfunction, as somebody opens it who comes to the page. */
async function openForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Aide', exact: true }).click();
  await page.getByRole('button', { name: /^Dysfonctionnement/ }).click();
  await expect(page.getByRole('button', { name: 'Choisir des fichiers' })).toBeVisible();
}

const sending = (page: Page) => page.getByRole('progressbar', { name: 'Envoi de journal.txt…' });

/** Lets one part of uploads through at a time when told to, and keeps the places where parts began. */
async function holdParts(context: BrowserContext) {
  const offsets: number[] = [];
  let open = 0;
  await context.route('**/v1/uploads/*', async (route, request) => {
    if (request.method() !== 'PATCH') return route.continue();
    offsets.push(Number(request.headers()['upload-offset']));
    if (open <= 0) return;
    open -= 1;
    await route.continue();
  });
  return {
    offsets,
    letThrough(parts: number) {
      open = parts;
    },
  };
}

test('a file on its way survives a reload, a closed tab and a crash, and goes on from where it had come to', async ({
  page,
}) => {
  test.slow();
  const context = page.context();
  const parts = await holdParts(context);
  await openTeo(page, 'u-pascal-lemoine');
  await openForm(page);
  parts.letThrough(1);
  await page.getByLabel('Le problème en une phrase').fill(subject);
  await page.locator('input[type=file]').setInputFiles(journal);
  await expect.poll(() => parts.offsets.length).toBe(2);
  const [, first = 0] = parts.offsets;
  expect(first).toBeGreaterThan(0);
  await expect(sending(page)).toBeVisible();

  await test.step('reloaded', async () => {
    await page.reload();
    await openForm(page);
    await expect(page.getByLabel('Le problème en une phrase')).toHaveValue(subject);
    await expect(sending(page)).toBeVisible();
    await expect.poll(() => parts.offsets.length).toBe(3);
    await expectAccessible(page);
  });

  const anew = await context.newPage();
  await test.step('closed, and opened in another tab', async () => {
    await page.close();
    await anew.goto('/teo');
    await openForm(anew);
    await expect(sending(anew)).toBeVisible();
    await expect.poll(() => parts.offsets.length).toBe(4);
  });

  await test.step('crashed: it arrives in the next tab, and goes along', async () => {
    // The visit ends with the process that makes it.
    await anew.goto('chrome://crash').catch(() => {});
    const last = await context.newPage();
    parts.letThrough(100);
    await last.goto('/teo');
    await openForm(last);
    await expect(last.getByRole('button', { name: 'Retirer journal.txt' })).toBeVisible();
    await expect(last.getByLabel('Le problème en une phrase')).toHaveValue(subject);
    // Nothing was sent from the beginning again, nor from before where it had come to.
    expect(parts.offsets).toEqual([...parts.offsets].sort((one, other) => one - other));
    expect(parts.offsets.filter((offset) => offset === 0)).toHaveLength(1);
    await last.getByRole('button', { name: 'Retirer journal.txt' }).click();
    await expect(last.getByRole('button', { name: 'Retirer journal.txt' })).toHaveCount(0);
  });
});
