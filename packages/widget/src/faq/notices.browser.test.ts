import type { FaqNotices } from '@teo-support/core/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { TeoSupport } from '../launcher/teo-support.js';
import { FakeApi, problem } from '../testing/fake-api.js';
import { embed, expectAccessible, expectFocus } from '../testing/widget.js';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 860);
});
afterEach(() => document.body.replaceChildren());

const notice: FaqNotices['notices'][number] = {
  id: 'n-1',
  q: 'relancer pigeon voyageur',
  article: { id: 'relancer-convention', title: 'Relancer une convention non signée' },
  at: '2026-11-20T09:00:00Z',
  seen: false,
};
const second = {
  ...notice,
  id: 'n-2',
  q: 'annuler tout',
  article: { id: 'annuler-convention', title: 'Annuler une convention' },
};
const box = () => page.getByRole('list', { name: 'Vos recherches qui ont une réponse' });
const field = () => page.getByRole('searchbox', { name: 'Rechercher dans la FAQ' });
const seen = (q: string) => page.getByRole('button', { name: `J’ai vu : ${q}` });

async function openFaq(api: FakeApi, attributes: Readonly<Record<string, string>> = {}): Promise<TeoSupport> {
  const widget = embed(api, attributes);
  await widget.open({ view: 'faq' });
  await expect.element(page.getByRole('searchbox')).toBeVisible();
  return widget;
}

function told(...notices: FaqNotices['notices']): FakeApi {
  const api = new FakeApi();
  api.faqNotices = notices;
  return api;
}

describe('a search that has an answer by now', () => {
  test('is told with the words that were typed, and its article is a press away', async () => {
    const api = told(notice, { ...second, seen: true });
    const widget = await openFaq(api);
    await expect.element(box().getByText(/relancer pigeon voyageur/)).toBeVisible();
    expect(box().getByText('annuler tout').query()).toBeNull();
    await expectAccessible(widget);
    await box().getByRole('button', { name: 'Relancer une convention non signée' }).click();
    await expectFocus(page.getByRole('heading', { name: 'Relancer une convention non signée' }));
    await expect.poll(() => api.faqNotices[0]?.seen).toBe(true);
    await page.getByRole('button', { name: 'Retour' }).click();
    await expect.element(field()).toBeVisible();
    expect(box().query()).toBeNull();
  });

  test('is put away one by one, and the focus stays near', async () => {
    const api = told(notice, second);
    await openFaq(api);
    await seen(notice.q).click();
    await expectFocus(seen(second.q));
    await seen(second.q).click();
    await expectFocus(field());
    await expect.poll(() => api.faqNotices.map((one) => one.seen)).toEqual([true, true]);
    expect(box().query()).toBeNull();
  });

  test('stands in nobody’s way when it cannot be had, and is told next time when it was not noted', async () => {
    const api = told(notice);
    api.override = ({ path }) =>
      path.startsWith('/v1/faq/notices') ? problem(503, 'busy-try-again', 'Réessayez.') : undefined;
    const widget = await openFaq(api);
    expect(page.getByRole('alert').query()).toBeNull();
    api.override = ({ path }) => (path.endsWith('/seen') ? Promise.reject(new TypeError('cut')) : undefined);
    await page.getByRole('tab', { name: 'Mes tickets' }).click();
    await page.getByRole('tab', { name: 'FAQ' }).click();
    await seen(notice.q).click();
    expect(api.faqNotices[0]?.seen).toBe(false);
    await page.getByRole('tab', { name: 'Mes tickets' }).click();
    await page.getByRole('tab', { name: 'FAQ' }).click();
    await expect.element(seen(notice.q)).toBeVisible();
    await expectAccessible(widget);
  });

  test('is told in English, too', async () => {
    await openFaq(told(notice), { lang: 'en' });
    await expect
      .element(page.getByText('You searched for “relancer pigeon voyageur”. An article answers it now:'))
      .toBeVisible();
  });
});
