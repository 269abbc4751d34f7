import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi } from '../testing/fake-api.js';
import { aTicket } from '../testing/tickets.js';
import { embed, expectAccessible, expectFocus } from '../testing/widget.js';

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

const launcher = () => page.getByRole('button', { name: 'Aide', exact: true });
const panel = (name = 'Service clients téo') => page.getByRole('dialog', { name });
const malfunction = () => page.getByRole('button', { name: /Dysfonctionnement/ });

describe('the launcher', () => {
  test('opens the panel and gets the focus back from it', async () => {
    const widget = embed(new FakeApi());
    const heard: string[] = [];
    for (const name of ['teo-support-open', 'teo-support-close']) {
      widget.addEventListener(name, () => heard.push(name));
      document.body.addEventListener(name, () => heard.push(`${name} bubbled`), { once: true });
    }
    await launcher().click();
    await expect.element(panel()).toBeVisible();
    await expectFocus(page.getByRole('heading', { name: 'Service clients téo' }));
    await expectAccessible(widget);
    await userEvent.keyboard('{Escape}');
    await expectFocus(launcher());
    expect(heard).toEqual(['teo-support-open', 'teo-support-close']);
  });

  test('leaves the focus alone when the page closes the panel', async () => {
    const widget = embed(new FakeApi());
    const outside = document.createElement('input');
    document.body.append(outside);
    await widget.open();
    outside.focus();
    widget.close();
    expect(document.activeElement).toBe(outside);
  });

  test('asks the host for a token, says when there is none, and asks again', async () => {
    const widget = embed(new FakeApi());
    let asked = 0;
    widget.getToken = () => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('expired')) : Promise.resolve('token');
    };
    await widget.open();
    await expect.element(page.getByText(/session téo n’a pas pu être vérifiée/)).toBeVisible();
    await expectAccessible(widget);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await expect.element(malfunction()).toBeVisible();
  });

  test('asks for the token while the code of the panel comes, and once', async () => {
    const api = new FakeApi();
    const widget = embed(api);
    const reasons: string[] = [];
    widget.getToken = (reason) => {
      reasons.push(reason);
      return Promise.resolve('token');
    };
    const opening = widget.open();
    expect(reasons).toEqual(['initial']);
    await opening;
    await expect.element(malfunction()).toBeVisible();
    expect(reasons).toEqual(['initial']);
    // The first answer serves once: another one is asked for anew.
    api.override = ({ path }) => (path === '/v1/tickets' ? new Response(null, { status: 401 }) : undefined);
    await page.getByRole('tab', { name: 'Mes tickets' }).click();
    await expect.poll(() => reasons).toEqual(['initial', 'refused']);
  });

  test('speaks English where the page asks for it, also later', async () => {
    const widget = embed(new FakeApi(), { lang: 'en' });
    await widget.open();
    await expect.element(panel('téo customer service')).toBeVisible();
    await expectAccessible(widget);
    widget.lang = 'fr';
    await expect.element(panel()).toBeVisible();
  });

  test('can be taken away and put back', async () => {
    const widget = embed(new FakeApi());
    await widget.open();
    await expect.element(malfunction()).toBeVisible();
    widget.remove();
    document.body.append(widget);
    await launcher().click();
    await expect.element(malfunction()).toBeVisible();
    expect(widget.shadowRoot?.querySelectorAll('teo-support-panel').length).toBe(1);
  });

  test('can be taken away while it opens', async () => {
    const widget = embed(new FakeApi());
    const opening = widget.open();
    widget.remove();
    await opening;
    document.body.append(widget);
    await widget.open();
    await expect.element(malfunction()).toBeVisible();
    expect(widget.shadowRoot?.querySelectorAll('teo-support-panel').length).toBe(1);
  });
});

describe('the host page', () => {
  test('hears no key that is typed in a field of the widget', async () => {
    const widget = embed(new FakeApi());
    const keys: string[] = [];
    const listen = (event: KeyboardEvent) => keys.push(event.key);
    document.addEventListener('keydown', listen);
    await widget.compose('usage_question');
    await page.getByRole('textbox', { name: /Votre question en une phrase/ }).click();
    await userEvent.keyboard('ns');
    expect(keys).toEqual([]);
    document.removeEventListener('keydown', listen);
  });

  test('opens a form or a ticket by itself', async () => {
    const widget = embed(new FakeApi(aTicket()));
    await widget.compose('usage_question');
    await expect.element(page.getByRole('heading', { name: 'Question d’utilisation' })).toBeVisible();
    await widget.openTicket('t-1');
    await expect.element(page.getByText('Erreur 500 sur la feuille d’émargement').first()).toBeVisible();
  });

  test('tells of its own errors, which go along with a ticket', async () => {
    const widget = embed(new FakeApi());
    dispatchEvent(new ErrorEvent('error', { message: 'TypeError: x is undefined' }));
    await widget.compose('malfunction');
    await expect.element(page.getByText('TypeError: x is undefined')).toBeVisible();
  });
});
