import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { TeoSupport } from '../launcher/teo-support.js';
import { FakeApi } from '../testing/fake-api.js';
import { after, aTicket } from '../testing/tickets.js';
import { embed, expectFocus, inside } from '../testing/widget.js';

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

const reply = () => page.getByRole('textbox', { name: 'Votre réponse' });
const answered = (ticket: ReturnType<typeof aTicket>, text: string) =>
  after(ticket, { type: 'ticket.answered', text, files: [], awaitsRequester: false });

/** A story that does not fit into the panel. */
function longStory(): ReturnType<typeof aTicket> {
  let ticket = aTicket();
  for (let said = 1; said <= 12; said += 1)
    ticket = answered(ticket, `Réponse ${said}. ${'Encore un mot. '.repeat(12)}`);
  return ticket;
}

async function openTicket(api: FakeApi): Promise<TeoSupport> {
  const widget = embed(api);
  await widget.openTicket('t-1');
  await expect.element(reply()).toBeVisible();
  await expect.poll(() => api.isFollowed).toBe(true);
  return widget;
}

/** What live regions say from now on, each time that one of them says something else. */
function spoken(widget: TeoSupport): readonly string[] {
  const said: string[] = [];
  const regions = inside(widget).filter((element) =>
    element.matches('[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])'),
  );
  for (const region of regions) {
    let before = region.textContent ?? '';
    new MutationObserver(() => {
      const now = region.textContent ?? '';
      if (now !== before && now.trim() !== '') said.push(now);
      before = now;
    }).observe(region, { childList: true, characterData: true, subtree: true });
  }
  return said;
}

test('what is read and written stays where it is when an answer comes: place, selection, focus and words', async () => {
  const story = longStory();
  const api = new FakeApi(story);
  const widget = await openTicket(api);
  await reply().fill('Nous utilisons Firefox');
  const box = reply().element();
  if (!(box instanceof HTMLTextAreaElement)) throw new Error('An answer is written in a text area.');
  box.focus();
  box.setSelectionRange(5, 9, 'backward');
  const content = inside(widget).find((element) => element.matches('.content'));
  if (content === undefined) throw new Error('The panel has a content.');
  content.scrollTop = 120;
  expect(content.scrollTop).toBe(120);
  const read = page.getByText(/^Réponse 3\./).element();
  const place = read.getBoundingClientRect().top;

  api.happens(answered(story, 'Tout juste écrit'));
  await expect.element(page.getByText('Tout juste écrit')).toBeInTheDocument();
  expect(read.isConnected).toBe(true);
  expect(read.getBoundingClientRect().top).toBe(place);
  expect([box.isConnected, box.value, box.selectionStart, box.selectionEnd, box.selectionDirection]).toEqual([
    true,
    'Nous utilisons Firefox',
    5,
    9,
    'backward',
  ]);
  await expectFocus(reply());
});

test('a screen reader hears of an answer once, each time, and not its every word', async () => {
  const story = aTicket();
  const api = new FakeApi(story);
  const widget = await openTicket(api);
  const said = spoken(widget);
  const next = answered(story, 'Tout juste écrit');
  api.happens(next);
  await expect.element(page.getByText('Tout juste écrit')).toBeVisible();
  await expect.poll(() => said.length).toBeGreaterThan(0);
  api.happens(answered(next, 'Et encore ceci'));
  await expect.element(page.getByText('Et encore ceci')).toBeVisible();
  const news = 'Nouvelle réponse de l’équipe sur TEO-1001';
  await expect.poll(() => said.filter((words) => words.includes(news)).length).toBe(2);
  expect(said.filter((words) => words.includes('Tout juste écrit'))).toEqual([]);
});
