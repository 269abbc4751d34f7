import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FakeApi } from '../testing/fake-api.js';
import { expectFocus, freshScreens, open } from '../testing/screen.js';
import { after, aTicket } from '../testing/tickets.js';

freshScreens();

const answer = () => page.getByRole('textbox', { name: 'Votre réponse' });
const replied = (ticket: ReturnType<typeof aTicket>, text: string) =>
  after(ticket, { type: 'ticket.replied', text, files: [] });

/** A story that does not fit on the screen. */
function longStory(): ReturnType<typeof aTicket> {
  let ticket = aTicket({ status: 'open' });
  for (let said = 1; said <= 14; said += 1)
    ticket = replied(ticket, `Message ${said}. ${'Encore un mot. '.repeat(40)}`);
  return ticket;
}

test('what is read and written stays where it is when somebody writes: place, selection, focus and words', async () => {
  const story = longStory();
  const api = new FakeApi(story);
  open(api, '/staff/tickets/t-1');
  await answer().fill('Bonjour Claire, nous regardons');
  const box = answer().element();
  if (!(box instanceof HTMLTextAreaElement)) throw new Error('The answer is written in a text area.');
  box.focus();
  box.setSelectionRange(3, 7);
  const read = page.getByText(/^Message 9\./).element();
  read.scrollIntoView({ block: 'center' });
  const place = read.getBoundingClientRect().top;
  expect(scrollY).toBeGreaterThan(0);

  api.happens(replied(story, 'Tout juste écrit'));
  await expect.element(page.getByText('Tout juste écrit')).toBeInTheDocument();
  expect(read.isConnected).toBe(true);
  expect(Math.abs(read.getBoundingClientRect().top - place)).toBeLessThan(1);
  expect([box.isConnected, box.value, box.selectionStart, box.selectionEnd]).toEqual([
    true,
    'Bonjour Claire, nous regardons',
    3,
    7,
  ]);
  await expectFocus(answer());
});

test('a screen reader hears of what others do once, each time', async () => {
  const story = aTicket({ status: 'open' });
  const api = new FakeApi(story);
  const staff = open(api, '/staff/tickets/t-1');
  await expect.element(answer()).toBeVisible();
  const said: string[] = [];
  let before = '';
  const regions = [
    ...(staff.shadowRoot ?? staff).querySelectorAll('[role=status], [role=alert], [aria-live]'),
  ];
  expect(regions).not.toEqual([]);
  for (const region of regions)
    new MutationObserver(() => {
      const now = region.textContent ?? '';
      if (now !== before && now.trim() !== '') said.push(now);
      before = now;
    }).observe(region, { childList: true, characterData: true, subtree: true });
  const next = replied(story, 'Tout juste écrit');
  api.happens(next);
  await expect.element(page.getByText('Tout juste écrit')).toBeVisible();
  const news = () => said.filter((words) => words.startsWith('Le ticket a changé'));
  await expect.poll(() => said.length).toBeGreaterThan(0);
  expect(said).toEqual(news());
  api.happens(replied(next, 'Et encore ceci'));
  await expect.element(page.getByText('Et encore ceci')).toBeVisible();
  await expect.poll(() => news().length).toBe(2);
  expect(said).toEqual(news());
});
