import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { HostContext } from '../launcher/settings.js';
import type { TeoSupport } from '../launcher/teo-support.js';
import { FakeApi } from '../testing/fake-api.js';
import { claire } from '../testing/tickets.js';
import { embed, expectAccessible } from '../testing/widget.js';

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const told = () => page.getByRole('region', { name: 'Avant d’envoyer' });

/** A form whose ticket takes the context along and asks for little else. */
async function openForm(api: FakeApi, getContext: TeoSupport['getContext']): Promise<TeoSupport> {
  const widget = embed(api, { 'host-version': 'téo 8.4.2' });
  widget.getContext = getContext;
  await widget.compose('rnd', {
    feature: claire.entitlements.trials[0]?.id ?? '',
    remark: 'bug',
    subject: 'Le bouton ne répond pas',
    description: 'Rien ne se passe.',
  });
  await expect.element(told()).toBeVisible();
  await page.getByRole('radio', { name: /^Oui, mais ce n’est pas pratique/ }).click();
  return widget;
}

async function sentContext(api: FakeApi): Promise<{ key: string; value: string }[]> {
  await button('Envoyer le ticket').click();
  await expect.poll(() => api.filings.length).toBe(1);
  return Reflect.get(Object(api.filings[0]?.body), 'context');
}

test('what the page adds is shown in words, taken out item by item, and sent', async () => {
  const api = new FakeApi();
  const widget = await openForm(api, () => ({
    featureFlags: ['agenda-partage', 'nouvelle-facturation'],
    details: { 'Dossier ouvert': 'D-2026-17', Rôle: 'Responsable' },
  }));
  await expect.element(told().getByText('agenda-partage, nouvelle-facturation')).toBeVisible();
  await expect.element(told().getByText('D-2026-17')).toBeVisible();
  await button('Retirer : Dossier ouvert').click();
  await expect.element(told().getByText('D-2026-17')).not.toBeInTheDocument();
  await expectAccessible(widget);
  const context = await sentContext(api);
  expect(
    context.filter(({ key }) => ['feature_flags', 'host_details', 'host_version'].includes(key)),
  ).toEqual([
    { key: 'host_version', value: 'téo 8.4.2' },
    { key: 'feature_flags', value: 'agenda-partage, nouvelle-facturation' },
    { key: 'host_details', value: 'Rôle: Responsable' },
  ]);
});

test('is asked anew for each form, and without it nothing is missing', async () => {
  let asked = 0;
  const widget = await openForm(new FakeApi(), () => {
    asked += 1;
    return { details: { Visite: `n° ${asked}` } };
  });
  await expect.element(told().getByText('n° 1')).toBeVisible();
  await widget.compose('malfunction');
  await expect.element(told().getByText('n° 2')).toBeVisible();
  widget.getContext = null;
  await widget.compose('rnd', { subject: 'Autre chose' });
  await expect.element(told().getByText('téo 8.4.2')).toBeVisible();
  expect(told().getByText(/n° \d/).query()).toBeNull();
});

test('is bounded, and what is no word is left out', async () => {
  const api = new FakeApi();
  const nonsense = JSON.stringify({
    featureFlags: [...Array.from({ length: 80 }, (_, index) => `f${index}`), { a: 1 }, null],
    details: {
      Longue: 'x'.repeat(2000),
      Objet: { a: 1 },
      Nombre: 3,
      ...Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`Encore ${index}`, 'y'])),
    },
  });
  await openForm(api, () => JSON.parse(nonsense));
  const context = await sentContext(api);
  const values = (wanted: string) => context.filter(({ key }) => key === wanted).map(({ value }) => value);
  expect(values('feature_flags')[0]?.split(', ')).toHaveLength(50);
  expect(values('host_details')).toHaveLength(9);
  expect(values('host_details').slice(0, 2)).toEqual([`Longue: ${'x'.repeat(500)}`, 'Nombre: 3']);
  expect(context.length).toBeLessThanOrEqual(20);
});

describe('a page whose callback', () => {
  test.each<[string, () => HostContext]>([
    [
      'throws',
      () => {
        throw new TypeError('the page is broken');
      },
    ],
    ['answers nothing', () => JSON.parse('null')],
    ['answers a word', () => JSON.parse('"flags"')],
  ])('%s keeps nobody from sending', async (what, getContext) => {
    const heard: unknown[] = [];
    const onError = (event: ErrorEvent) => {
      heard.push(event.error);
      event.preventDefault();
    };
    addEventListener('error', onError);
    const api = new FakeApi();
    await openForm(api, getContext);
    const context = await sentContext(api);
    removeEventListener('error', onError);
    expect(context.map(({ key }) => key)).toContain('browser');
    expect(context.map(({ key }) => key)).not.toContain('host_details');
    // The page is told what failed, and that it was its own.
    const messages = heard.map((error) =>
      error instanceof Error ? [error.message, String(error.cause)] : error,
    );
    expect(messages).toEqual(
      what === 'throws' ? [['teo-support: getContext failed.', 'TypeError: the page is broken']] : [],
    );
  });
});

test('errors of the page go along without what is secret or personal, the last five', async () => {
  const api = new FakeApi();
  // Vitest writes each to the console once more.
  const widget = embed(api, { 'without-console': '' });
  const quiet = (event: Event) => event.preventDefault();
  addEventListener('error', quiet);
  for (let index = 0; index < 7; index += 1)
    dispatchEvent(
      new ErrorEvent('error', {
        message: `n${index} for marie@exemple.fr at /a?token=geheim`,
        cancelable: true,
      }),
    );
  removeEventListener('error', quiet);
  await widget.compose('rnd');
  await expect.element(told().getByText('n2 for [@] at /a')).toBeVisible();
  expect(told().element().textContent).not.toMatch(/n1|marie|geheim/);
});
