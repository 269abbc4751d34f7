/// <reference types="@vitest/browser-playwright" />
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { TeoSupport } from './launcher/teo-support.js';
import { FakeApi } from './testing/fake-api.js';
import { anArticle } from './testing/faq.js';
import { after, aGuidedRollBack, aTicket } from './testing/tickets.js';
import { embed, expectAccessible, expectFocus, inside } from './testing/widget.js';

interface Appearance {
  readonly width: number;
  readonly height: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly media: Readonly<Record<string, string>>;
}

const plain: Appearance = { width: 1280, height: 860, attributes: {}, media: {} };

/** A window of 1280 px at 200 % shows 640 px of page; one of 640 px shows 320. */
const appearances: readonly (readonly [string, Appearance])[] = [
  ['on a narrow phone', { ...plain, width: 320, height: 568 }],
  ['on a phone, in English', { ...plain, width: 390, height: 844, attributes: { lang: 'en' } }],
  ['at 200 %', { ...plain, width: 640, height: 430 }],
  ['in the dark', { ...plain, attributes: { 'color-scheme': 'dark' } }],
  ['in the dark, in English', { ...plain, attributes: { 'color-scheme': 'dark', lang: 'en' } }],
  ['as the system is: dark', { ...plain, media: { 'prefers-color-scheme': 'dark' } }],
  ['in forced colours', { ...plain, media: { 'forced-colors': 'active' } }],
  ['without motion', { ...plain, media: { 'prefers-reduced-motion': 'reduce' } }],
];

async function emulate(media: Appearance['media']): Promise<void> {
  const features = Object.entries(media).map(([name, value]) => ({ name, value }));
  await cdp().send('Emulation.setEmulatedMedia', { features });
  for (const { name, value } of features) expect(matchMedia(`(${name}: ${value})`).matches).toBe(true);
}

/** Nothing that can be scrolled is wider than it is shown, so nobody has to scroll in two directions. */
function expectNoSidewaysScrolling(widget: TeoSupport): void {
  const wide = inside(widget).filter(
    (element) =>
      element.scrollWidth > element.clientWidth + 1 &&
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
      !(element instanceof HTMLTextAreaElement),
  );
  expect(wide.map((element) => element.outerHTML.slice(0, 80))).toEqual([]);
}

beforeEach(() => localStorage.clear());
afterEach(async () => {
  document.body.replaceChildren();
  await emulate({});
});

describe.each(appearances)('%s', (_what, { width, height, attributes, media }) => {
  test('every view is accessible and fits', { timeout: 60_000 }, async () => {
    await page.viewport(width, height);
    await emulate(media);
    const resolved = after(
      aTicket({ id: 't-3', reference: 'TEO-1003' }),
      { type: 'ticket.resolved', resolution: 'Corrigé.' },
      { status: 'resolved', turn: 'requester', reopenableUntil: '2026-12-24T09:00:00Z' },
    );
    const api = new FakeApi(
      aTicket({ subject: 'UnMotQuiNeSeCoupeNullePartEtQuiEstBeaucoupTropLongPourUnTéléphone' }),
      { ...aGuidedRollBack(['Ouvrir', 'Annuler'], 1), id: 't-2' },
      resolved,
    );
    const title = 'Annuler une convention qui a déjà été signée par toutes les parties';
    api.articles.set('signée', anArticle({ id: 'signée', title }));
    const widget = embed(api, attributes);
    const look = async () => {
      await expectAccessible(widget);
      expectNoSidewaysScrolling(widget);
      if (media['prefers-reduced-motion'] === 'reduce')
        expect(inside(widget).flatMap((element) => element.getAnimations())).toEqual([]);
    };
    await widget.open();
    await expect.element(page.getByRole('tab').first()).toBeVisible();
    await look();
    await page.getByRole('tab', { name: 'FAQ' }).click();
    await page.getByRole('searchbox').fill('annuler une convention signée');
    await expect.element(page.getByRole('button', { name: title })).toBeVisible();
    await look();
    await page.getByRole('button', { name: 'Relancer une convention' }).click();
    await expect.element(page.getByRole('heading', { level: 4 }).first()).toBeVisible();
    await look();
    await widget.open({ view: 'home' });
    await page.getByRole('tab').nth(2).click();
    await expect.element(page.getByRole('searchbox')).toBeVisible();
    await look();
    await page.getByRole('tab').last().click();
    await expect.element(page.getByRole('searchbox')).toBeVisible();
    await expect.element(page.getByRole('button', { name: /TEO-1003/ })).toBeInTheDocument();
    await look();
    for (const type of ['mishandling', 'training_follow_up']) {
      await widget.compose(type);
      await expect
        .element(page.getByRole('button', { name: /Envoyer le ticket|Send the ticket/ }))
        .toBeVisible();
      await expect
        .element(page.getByRole('region', { name: /Avant d’envoyer|Before you send/ }))
        .toBeInTheDocument();
      await page.getByRole('textbox').first().fill('Annuler une convention signée');
      await expect.element(page.getByRole('button', { name: title })).toBeVisible();
      await look();
    }
    for (const id of ['t-1', 't-2', 't-3']) {
      await widget.openTicket(id);
      await expect.element(page.getByRole('region', { name: /Suivi|Progress/ })).toBeInTheDocument();
      await look();
    }
  });
});

describe('by keyboard alone', () => {
  test('a ticket is chosen, filled in, sent and looked at', async () => {
    await page.viewport(1280, 860);
    const api = new FakeApi();
    embed(api);
    const tabTo = async (name: RegExp) => {
      for (let presses = 0; presses < 40; presses += 1) {
        await userEvent.keyboard('{Tab}');
        if (name.test(labelOf(focused()))) return;
      }
      throw new Error(`Tab does not lead to ${name}.`);
    };
    await tabTo(/^Aide/);
    await userEvent.keyboard('{Enter}');
    await expectFocus(page.getByRole('heading', { name: 'Service clients téo' }));
    await tabTo(/^Question d’utilisation/);
    await userEvent.keyboard('{Enter}');
    await expectFocus(page.getByRole('heading', { name: 'Question d’utilisation' }));
    await tabTo(/Votre question en une phrase/);
    await userEvent.keyboard('Quel marqueur ?');
    await tabTo(/Sur quoi porte-t-elle/);
    await userEvent.keyboard('{ArrowDown}');
    await tabTo(/Dans quel module/);
    await userEvent.keyboard('{ArrowDown}');
    await tabTo(/Que souhaitez-vous faire/);
    await userEvent.keyboard('Une convention.');
    await tabTo(/Oui, mais ce n’est pas pratique/);
    await userEvent.keyboard(' ');
    await tabTo(/^Envoyer le ticket/);
    await userEvent.keyboard('{Enter}');
    await expectFocus(page.getByRole('heading', { name: 'Ticket TEO-1042 envoyé' }));
    expect(api.filings[0]?.body).toMatchObject({ answers: { about: 'gesture', module: 'directory' } });
    await tabTo(/^Voir le ticket/);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('textbox', { name: 'Votre réponse' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expectFocus(page.getByRole('button', { name: 'Aide' }));
  });
});

function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** What the focused element is called, as far as this test needs to know. */
function labelOf(element: Element | null): string {
  if (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  )
    return [...(element.labels ?? [])].map(({ textContent }) => textContent?.trim()).join(' ');
  return element?.textContent?.trim() ?? '';
}
