import { expect, test } from '@playwright/test';
import type { Browser } from 'puppeteer-core';
import { FirefoxPage, launchFirefox } from './firefox-page.js';

/** The widget's essential journeys in Firefox, which does not have all that Chromium has. `npm test` finds one. */
const firefox = process.env.FIREFOX_PATH ?? '';
test.describe.configure({ mode: 'default' });

test.describe('in a light Firefox', () => {
  let browser: Browser;
  test.beforeAll(async () => {
    browser = await launchFirefox(firefox, 'light');
  });
  test.afterAll(() => browser?.close());

  test('the panel opens and closes by keyboard, and the focus is always in sight', async ({ baseURL }) => {
    const teo = await FirefoxPage.open(browser, baseURL ?? '');
    await teo.openTeo('u-fatou-diarra');
    await teo.tabTo('Aide');
    await teo.page.keyboard.press('Enter');
    await teo.find('Comment pouvons-nous vous aider');
    await expect.poll(async () => (await teo.focused()).tag).toBe('h2');
    await teo.tabTo('Question d’utilisation');
    await teo.page.keyboard.press('Enter');
    await teo.field('field-subject');
    await expect.poll(async () => (await teo.focused()).text).toBe('Question d’utilisation');
    await teo.tabTo('Envoyer le ticket');
    await teo.page.keyboard.press('Enter');
    // What is missing is told where the focus is, and leads to the fields.
    await expect.poll(async () => (await teo.focused()).text).toContain('points à revoir');
    await teo.tabTo('Votre question en une phrase');
    await teo.page.keyboard.press('Enter');
    await expect.poll(async () => (await teo.focused()).id).toBe('field-subject');
    await teo.page.keyboard.press('Escape');
    await expect.poll(async () => (await teo.focused()).text).toBe('Aide');
    expect(teo.complaints).toEqual([]);
    await teo.close();
  });

  test('a ticket with pictures is kept over a reload, filed, followed and answered', async ({
    baseURL,
  }, info) => {
    const subject = 'Renard : la convocation sort en blanc';
    const teo = await FirefoxPage.open(browser, baseURL ?? '');
    await teo.openTeo('u-pascal-lemoine');
    await teo.press('Aide');
    await teo.press('Dysfonctionnement');
    await teo.write('field-subject', subject);
    await teo.choose('field-module', 'documents');
    await teo.write('field-description', 'Le PDF est vide.');
    await teo.write('field-expected', 'Une page par stagiaire.');
    // Firefox does not say which tab it gives: what is private could not be masked for certain.
    await teo.find('Une capture d’écran');
    expect(await teo.page.$('>>> #capture')).toBeNull();
    await teo.drop('>>> .drop', 'deposee.png');
    await teo.find('deposee.png');
    const picked = info.outputPath('choisie.png');
    await teo.page.screenshot({ path: picked });
    const [chooser] = await Promise.all([
      teo.page.waitForFileChooser({ timeout: 5_000 }),
      teo.press('Choisir des fichiers'),
    ]);
    await chooser.accept([picked]);
    await teo.find('choisie.png');

    await teo.visit('/teo?lang=fr');
    await teo.press('Aide');
    await teo.find('Brouillon en cours');
    await teo.press('Dysfonctionnement');
    await expect.poll(() => teo.valueOf('field-subject')).toBe(subject);
    await teo.find('deposee.png');
    await teo.find('choisie.png');
    await teo.write('field-steps >>> textarea', 'Éditer les convocations');
    await teo.write('field-observed', 'Une page blanche.');
    await teo.press('Non, c’est impossible');
    await teo.press('Oui, mais c’est pénible');
    await teo.find('Élevée');
    await teo.press('Envoyer le ticket');
    await teo.press('Voir le ticket');
    await teo.find('Ticket déposé');

    const desk = await FirefoxPage.open(browser, baseURL ?? '');
    await desk.visit('/staff');
    await desk.write('email', 'hugo.meyer@teo.example.fr');
    await desk.write('password', 'teo-demo-2026');
    await desk.press('Se connecter');
    await desk.find('File d’attente');
    await desk.write('q', 'Renard');
    // Until it was searched, the list is that of before, and goes as one presses.
    await expect.poll(async () => (await desk.page.$$('>>> tbody tr')).length).toBe(1);
    await desk.press(subject);
    await desk.find('Votre réponse');
    await desk.write('text', 'Nous regardons votre capture.');
    await desk.press('Envoyer la réponse');
    // It comes by itself.
    await teo.find('Nous regardons votre capture.');
    await teo.write('reply', 'Merci, la voici en couleurs.');
    await teo.press('Envoyer la réponse');
    await desk.find('Merci, la voici en couleurs.');
    expect([...teo.complaints, ...desk.complaints]).toEqual([]);
    await desk.close();
    await teo.close();
  });
});

test('in a dark Firefox on a phone, the FAQ is searched and a request of the forum wanted', async ({
  baseURL,
}) => {
  const browser = await launchFirefox(firefox, 'dark');
  const teo = await FirefoxPage.open(browser, baseURL ?? '', 390);
  await teo.openTeo('u-nadia-haddad');
  await teo.press('Aide');
  await teo.pressOn('tab-faq');
  await teo.write('q', 'relancer un client qui na pas signe');
  await teo.press('Relancer un client qui n’a pas signé');
  await expect.poll(async () => (await teo.focused()).text).toBe('Relancer un client qui n’a pas signé');
  const colours = await (await teo.find('Cet article vous est-il utile')).evaluate((element) => {
    const luminance = (colour: string) =>
      (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
    const dialog = element.ownerDocument.querySelector('teo-support')?.shadowRoot?.querySelector('dialog');
    return {
      words: luminance(getComputedStyle(element).color),
      ground: luminance(dialog ? getComputedStyle(dialog).backgroundColor : ''),
    };
  });
  expect(colours.ground).toBeLessThan(200);
  expect(colours.words).toBeGreaterThan(450);

  await teo.pressNamed('Retour');
  await teo.pressOn('tab-forum');
  await teo.press('Je la veux aussi');
  await teo.page.waitForSelector('>>> button[aria-pressed=true]', { visible: true });
  await teo.tab();
  expect((await teo.focused()).visible).toBe(true);
  expect(await teo.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(teo.complaints).toEqual([]);
  await browser.close();
});
