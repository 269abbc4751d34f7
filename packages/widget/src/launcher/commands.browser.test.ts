import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi, problem } from '../testing/fake-api.js';
import { aTicket, claire } from '../testing/tickets.js';
import { embed } from '../testing/widget.js';
import type { Command } from './commands.js';

beforeEach(() => localStorage.clear());
afterEach(() => {
  document.body.replaceChildren();
  globalThis.teoSupport = undefined;
});

const panel = () => page.getByRole('dialog', { name: 'Service clients téo' });
const subject = () => page.getByRole('textbox', { name: /Votre question en une phrase/ });
const tokenOf = (sub: string) => `x.${btoa(JSON.stringify({ iss: 'teo', org: 'a', sub }))}.y`;
const kept = () => Object.keys(localStorage).filter((key) => /^teo-support:(draft|reply)/.test(key));

describe('commands', () => {
  test('that were given before the code had come are carried out, and later ones at once', async () => {
    const asked: unknown[] = [];
    const commands: Command[] = [
      ['on', 'open', () => asked.push('opened')],
      ['compose', 'usage_question', { subject: 'Quel marqueur ?', module: 'documents', nonsense: 'x' }],
    ];
    globalThis.teoSupport = commands;
    embed(new FakeApi());
    await expect.element(subject()).toHaveValue('Quel marqueur ?');
    await expect.element(page.getByRole('combobox', { name: /Dans quel module/ })).toHaveValue('documents');
    await expect.poll(() => asked).toEqual(['opened']);
    globalThis.teoSupport?.push(['close']);
    await expect.element(panel()).not.toBeInTheDocument();
    globalThis.teoSupport?.push(['open']);
    await expect.element(panel()).toBeVisible();
    expect(() => globalThis.teoSupport?.push(['fly'])).toThrow('teo-support has no fly.');
    globalThis.teoSupport?.push(['destroy']);
    expect(document.querySelector('teo-support')).toBeNull();
  });

  test('do not put the words of the page in the place of those that a person began', async () => {
    const widget = embed(new FakeApi());
    await widget.compose('usage_question');
    await subject().fill('Ma question');
    await widget.compose('usage_question', { subject: 'Autre chose' });
    await expect.element(subject()).toHaveValue('Ma question');
  });
});

describe('two widgets on a page', () => {
  test('do not get in each other’s way', async () => {
    const one = embed(new FakeApi());
    const other = embed(new FakeApi(aTicket()), { lang: 'en' });
    await one.compose('usage_question');
    await expect.element(subject()).toBeVisible();
    await other.openTicket('t-1');
    await expect.element(page.getByRole('textbox', { name: 'Your answer' })).toBeVisible();
    expect(one.isOpen).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect([one.isOpen, other.isOpen]).toEqual([true, false]);
    one.remove();
    await other.open();
    await expect.element(page.getByRole('textbox', { name: 'Your answer' })).toBeVisible();
  });
});

describe('another person', () => {
  test('who signs in finds nothing of the former one', async () => {
    const api = new FakeApi(aTicket());
    const widget = embed(api);
    await widget.openTicket('t-1');
    await page.getByRole('textbox', { name: 'Votre réponse' }).fill('Confidentiel');
    await widget.compose('usage_question');
    await subject().fill('Ma question');
    expect(kept().length).toBe(2);
    api.me = { ...claire, id: 'paul', name: 'Paul Roy' };
    widget.identify();
    await expect.element(page.getByText(/Bonjour Paul Roy/)).toBeVisible();
    expect(kept()).toEqual([]);
    await widget.compose('usage_question');
    await expect.element(subject()).toHaveValue('');
  });

  test('who shows up in the token gets a view of their own, and sends nothing of the former one', async () => {
    const api = new FakeApi(aTicket());
    const widget = embed(api);
    let person = 'claire';
    widget.getToken = () => Promise.resolve(tokenOf(person));
    await widget.openTicket('t-1');
    await page.getByRole('textbox', { name: 'Votre réponse' }).fill('Confidentiel');
    person = 'paul';
    api.me = { ...claire, id: 'paul', name: 'Paul Roy' };
    api.override = ({ token }) =>
      token === `Bearer ${tokenOf('claire')}` ? problem(401, 'not-signed-in', 'Expiré.') : undefined;
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await expect.element(page.getByText(/Bonjour Paul Roy/)).toBeVisible();
    const replies = api.sent.filter(({ path }) => path.endsWith('/replies'));
    expect(replies.map(({ token }) => token)).toEqual([`Bearer ${tokenOf('claire')}`]);
    expect(kept()).toEqual([]);
  });

  test('finds nothing either after a sign-out', async () => {
    const widget = embed(new FakeApi());
    await widget.compose('usage_question');
    await subject().fill('Ma question');
    widget.signOut();
    expect(widget.isOpen).toBe(false);
    expect(Object.keys(localStorage)).toEqual([]);
    await widget.compose('usage_question');
    await expect.element(subject()).toHaveValue('');
  });
});
