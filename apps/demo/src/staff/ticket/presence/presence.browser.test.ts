import { SupportClient } from '@teo-support/sdk';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi } from '../../testing/fake-api.js';
import {
  expectAccessible,
  expectNarrow,
  field,
  freshScreens,
  open,
  press,
  tab,
} from '../../testing/screen.js';
import { after, aTicket, sarah } from '../../testing/tickets.js';
import { Visit } from './visit.js';

freshScreens();
afterEach(() => {
  vi.useRealTimers();
});

const address = '/staff/tickets/t-1';
const { id, name } = sarah;
const said = (api: FakeApi) =>
  api.presences.map(({ method, body }) =>
    method === 'DELETE' ? 'left' : Reflect.get(Object(body), 'doing'),
  );
const followed = (api: FakeApi) => expect.poll(() => api.isFollowed).toBe(true);

describe('who else is on a ticket', () => {
  test('is shown beneath its title, and goes with them', async () => {
    const api = new FakeApi(aTicket({ status: 'open' }));
    open(api, address);
    await followed(api);
    api.present('t-1', { id, name, doing: 'reading' });
    await expect.element(page.getByText(`${name} lit`)).toBeVisible();
    await expectAccessible();
    await expectNarrow();
    api.present('t-1', { id, name, doing: 'noting' });
    await expect.element(page.getByText(`${name} écrit une note`)).toBeVisible();
    api.present('t-1');
    await expect.element(page.getByText(`${name} écrit une note`)).not.toBeInTheDocument();
  });

  test('is said before an answer is sent: that another is being written, and what came meanwhile', async () => {
    const ticket = aTicket({ status: 'open' });
    const api = new FakeApi(ticket);
    open(api, address);
    await followed(api);
    await field('Votre réponse').fill('Bonjour Claire,');
    api.present('t-1', { id, name, doing: 'answering' });
    await expect.element(page.getByText(`${name} écrit aussi une réponse à ce ticket.`)).toBeVisible();
    const answered = after(ticket, {
      type: 'ticket.answered',
      text: 'Je m’en occupe.',
      files: [],
      awaitsRequester: false,
    });
    api.happens(answered);
    api.present('t-1', { id, name, doing: 'reading' });
    const crossing = page.getByText(/Depuis que vous écrivez/);
    await expect.element(crossing).toBeVisible();
    await expect.element(field('Votre réponse')).toHaveValue('Bonjour Claire,');
    await expectAccessible();
    // It is a word of warning, not a hindrance.
    await press('Envoyer la réponse');
    await expect
      .poll(() => api.lastOf('answers')?.body)
      .toEqual({
        text: 'Bonjour Claire,',
        files: [],
        awaitsRequester: false,
      });
    await expect.element(crossing).not.toBeInTheDocument();
  });

  test('does not warn of what was there before one began to write', async () => {
    const ticket = aTicket({ status: 'open' });
    const api = new FakeApi(
      after(ticket, { type: 'ticket.answered', text: 'Bonjour.', files: [], awaitsRequester: false }),
    );
    open(api, address);
    await field('Votre réponse').fill('Encore une chose.');
    await expect.element(page.getByText('Brouillon gardé')).toBeVisible();
    await expect.element(page.getByText(/Depuis que vous écrivez/)).not.toBeInTheDocument();
  });
});

describe('what one does oneself', () => {
  test('is told while it is done, and for no longer', async () => {
    const api = new FakeApi(aTicket({ status: 'open' }));
    const staff = open(api, address);
    await expect.poll(() => said(api)).toEqual(['reading']);
    await field('Votre réponse').fill('Bonjour');
    await expect.poll(() => said(api)).toEqual(['reading', 'answering']);
    await tab('Note interne').click();
    await field('Votre note').click();
    await userEvent.keyboard('À voir.');
    await expect.poll(() => said(api).at(-1)).toBe('noting');
    staff.remove();
    await expect.poll(() => said(api).at(-1)).toBe('left');
  });

  test('is said again before it is forgotten, and is reading again once nothing more is written', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
    const api = new FakeApi(aTicket({ status: 'open' }));
    const { tickets } = new SupportClient({ baseUrl: location.origin, fetch: api.fetch }).staff;
    const visit = new Visit(() => tickets);
    visit.begin('t-1');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(said(api)).toEqual(['reading', 'reading']);
    visit.writes('answering');
    await vi.advanceTimersByTimeAsync(15_000);
    visit.writes('answering');
    await vi.advanceTimersByTimeAsync(29_000);
    expect(said(api)).not.toContain('left');
    expect(said(api).at(-1)).toBe('answering');
    await vi.advanceTimersByTimeAsync(1000);
    expect(said(api).at(-1)).toBe('reading');
    visit.end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(said(api).at(-1)).toBe('left');
  });
});
