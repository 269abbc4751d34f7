import type { TicketStatus } from '@teo-support/core';
import { SupportClient } from '@teo-support/sdk';
import type { TeoSupport } from '@teo-support/widget';
import { emptying, holding, refusing } from './answers.js';
import { type GalleryState, isGalleryState } from './states.js';

/** How a state comes about: what the server is made to answer, and what a person does. */
interface Staging {
  readonly fetch?: typeof fetch;
  readonly getToken?: () => Promise<string>;
  readonly act: (widget: TeoSupport) => Promise<unknown>;
}

const client = new SupportClient({ baseUrl: '', getToken: token });

const stagings: Readonly<Record<GalleryState, () => Staging>> = {
  launcher: () => ({ act: async () => {} }),
  home: () => ({ act: home }),
  'home-loading': () => ({
    fetch: holding(/\/v1\/me$/),
    // Opening is over once the panel shows what it was opened for: never, here.
    act: async (widget) => void home(widget),
  }),
  'home-failed': () => ({ fetch: refusing(/\/v1\/me$/, 503), act: home }),
  'home-session-over': () => ({ getToken: () => Promise.reject(new Error('signed out')), act: home }),
  questions: () => ({ act: (widget) => home(widget).then(() => press(widget, '#find')) }),
  'form-malfunction': () => form('malfunction'),
  'form-mishandling': () => form('mishandling'),
  'form-usage_question': () => form('usage_question'),
  'form-training_follow_up': () => form('training_follow_up'),
  'form-rnd': () => form('rnd'),
  'form-problems': () => ({
    act: (widget) => widget.compose('mishandling').then(() => press(widget, 'button[type=submit]')),
  }),
  tickets: () => ({ act: myTickets }),
  'tickets-loading': () => ({ fetch: holding(/\/v1\/tickets\?/), act: myTickets }),
  'tickets-empty': () => ({ fetch: emptying(/\/v1\/tickets\?/), act: myTickets }),
  'tickets-failed': () => ({ fetch: refusing(/\/v1\/tickets\?/, 503), act: myTickets }),
  'ticket-new': () => ticketIn('new'),
  'ticket-open': () => ticketIn('open'),
  'ticket-pending': () => ticketIn('pending'),
  'ticket-resolved': () => ticketIn('resolved'),
  'ticket-closed': () => ticketIn('closed'),
  'ticket-cancelled': () => ticketIn('cancelled'),
  'ticket-gone': () => ({ act: (widget) => widget.openTicket('00000000-0000-7000-8000-000000000000') }),
  'ticket-failed': () => ({ ...ticketIn('open'), fetch: refusing(/\/v1\/tickets\/[^/?]+$/, 503) }),
  faq: () => ({ act: (widget) => widget.open({ view: 'faq' }) }),
  'faq-found': () => ({ act: (widget) => widget.open({ view: 'faq', q: 'émargement' }) }),
  'faq-nothing': () => ({ act: (widget) => widget.open({ view: 'faq', q: 'xylophone' }) }),
  'faq-article': () => ({
    async act(widget) {
      const { hits } = await client.faq.search({ q: 'émargement' });
      return widget.open({ view: 'article', id: hits[0]?.id ?? '' });
    },
  }),
  'faq-failed': () => ({
    fetch: refusing(/\/v1\/faq\//, 503),
    act: (widget) => widget.open({ view: 'faq', q: 'émargement' }),
  }),
  forum: () => ({ act: (widget) => widget.open({ view: 'improvements' }) }),
  'forum-request': () => ({
    async act(widget) {
      const { items } = await client.improvements.list({});
      return widget.open({ view: 'improvement', id: items[0]?.id ?? '' });
    },
  }),
  'forum-failed': () => ({
    fetch: refusing(/\/v1\/improvements/, 503),
    act: (widget) => widget.open({ view: 'improvements' }),
  }),
};

async function token(): Promise<string> {
  const response = await fetch('/host/token', { method: 'POST' });
  const answer: { readonly token: string } = await response.json();
  return answer.token;
}

function home(widget: TeoSupport): Promise<void> {
  return widget.open({ view: 'home' });
}

async function myTickets(widget: TeoSupport): Promise<void> {
  await home(widget);
  await press(widget, '#tab-mine');
}

function form(type: string): Staging {
  return { act: (widget) => widget.compose(type) };
}

function ticketIn(status: TicketStatus): Staging {
  return {
    async act(widget) {
      const { items } = await client.tickets.list({ scope: 'organization', status, limit: 1 });
      return widget.openTicket(items[0]?.id ?? '');
    },
  };
}

/** Presses what a person would, as soon as it is there. */
async function press(widget: TeoSupport, selector: string): Promise<void> {
  for (;;) {
    const found = within(widget.shadowRoot, selector);
    if (found !== null) return found.click();
    await new Promise(requestAnimationFrame);
  }
}

/** The first match in a shadow root, or in those of the elements in it. */
function within(root: ShadowRoot | null, selector: string): HTMLElement | null {
  if (root === null) return null;
  const found = root.querySelector<HTMLElement>(selector);
  if (found !== null) return found;
  for (const element of root.querySelectorAll('*')) {
    const deeper = within(element.shadowRoot, selector);
    if (deeper !== null) return deeper;
  }
  return null;
}

const { state } = document.body.dataset;
const widget = document.querySelector<TeoSupport>('teo-support');
if (isGalleryState(state) && widget !== null) {
  await customElements.whenDefined('teo-support');
  const staging = stagings[state]();
  if (staging.fetch !== undefined) widget.fetch = staging.fetch;
  if (staging.getToken !== undefined) widget.getToken = staging.getToken;
  await staging.act(widget);
  document.body.dataset.staged = '';
}
