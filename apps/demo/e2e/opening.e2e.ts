import type { Page, Route } from '@playwright/test';
import { openTeo } from './people.js';
import { expect, test } from './watched-page.js';

/** What is asked for from the press of the launcher until there is a form, in as many steps as there are lists. */
const steps: readonly (readonly RegExp[])[] = [
  [/^\/widget\/panel-[A-Z0-9]+\.js$/, /^\/widget\/load-fr-[A-Z0-9]+\.js$/, /^\/host\/token$/],
  [/^\/v1\/me$/, /^\/widget\/later-parts-[A-Z0-9]+\.js$/, /^\/widget\/later-fr-[A-Z0-9]+\.js$/],
];
/** What the widget asks for: the page that it is in has requests of its own, which come when they come. */
const widgets = /^\/(?:widget|v1)\/|^\/host\/token$/;
/** What is asked for behind it. */
const afterwards = [/^\/v1\/live$/, /^\/v1\/unread$/];

/**
 * Keeps each request of a step waiting until all of its step have been asked for: if one of them waited for another, none
 * would ever be answered. Returns what was asked for, in its order.
 */
async function answerByStep(page: Page): Promise<readonly string[]> {
  const asked: string[] = [];
  const waiting = steps.map((): Route[] => []);
  await page.route(
    ({ pathname }) => widgets.test(pathname),
    async (route) => {
      const { pathname } = new URL(route.request().url());
      asked.push(pathname);
      const step = steps.findIndex((patterns) => patterns.some((pattern) => pattern.test(pathname)));
      const held = waiting[step];
      if (held === undefined) return route.continue();
      held.push(route);
      if (held.length < (steps[step]?.length ?? 0)) return;
      for (const one of held.splice(0)) await one.continue();
    },
  );
  return asked;
}

/** Which of the patterns each path is of. */
const kindsOf = (paths: readonly string[], patterns: readonly RegExp[]) =>
  paths.map((path) => patterns.find((pattern) => pattern.test(path))?.source ?? path);

test('a form comes in two steps after the press, and nothing is asked for twice', async ({ page }) => {
  await openTeo(page, 'u-yann-le-goff');
  const launcher = page.getByRole('button', { name: 'Aide', exact: true });
  await expect(launcher).toBeVisible();
  const asked = await answerByStep(page);
  // Pressed by the page: neither a mouse on its way nor the focus has announced it.
  await launcher.evaluate((button: HTMLButtonElement) => button.click());
  await page.getByRole('button', { name: /^Question d’utilisation/ }).click();
  await expect(page.getByLabel('Votre question en une phrase')).toBeVisible();
  const all = [...steps.flat(), ...afterwards];
  await expect.poll(() => kindsOf(asked, all).toSorted()).toEqual(all.map(({ source }) => source).toSorted());
  // What the FAQ suggests comes with the first words, and none of it was there already.
  await page.getByLabel('Votre question en une phrase').fill('relancer un client qui na pas signe');
  await expect(page.getByRole('button', { name: 'Relancer un client qui n’a pas signé' })).toBeVisible();
  expect(new Set(asked).size).toBe(asked.length);
});

test('the code of the panel comes when the launcher is about to be pressed, and the person is asked for only then', async ({
  page,
}) => {
  await openTeo(page, 'u-yann-le-goff');
  const launcher = page.getByRole('button', { name: 'Aide', exact: true });
  const code = steps[0]?.slice(0, 2) ?? [];
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (widgets.test(pathname)) asked.push(pathname);
  });
  const come = Promise.all(
    code.map((pattern) => page.waitForResponse((response) => pattern.test(new URL(response.url()).pathname))),
  );
  await launcher.hover();
  await come;
  expect(kindsOf(asked, code).toSorted()).toEqual(code.map(({ source }) => source).toSorted());
  await launcher.click();
  await expect(page.getByRole('button', { name: /^Question d’utilisation/ })).toBeVisible();
  expect(asked).toContain('/v1/me');
  expect(kindsOf(asked, code).filter((kind) => code.some(({ source }) => source === kind))).toHaveLength(2);
});
