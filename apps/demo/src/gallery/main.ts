import type { TicketStatus } from '@teo-support/core';
import type { RequesterTicket } from '@teo-support/core/contract';
import { SupportClient } from '@teo-support/sdk';
import type { TeoSupport } from '@teo-support/widget';
import { answering, cutting, emptying, holding, losing, refusing } from './answers.js';
import { aDocument, aList, aPicture, aProgram } from './example-files.js';
import { keepApart } from './own-storage.js';
import { type GalleryState, isGalleryState } from './states.js';

/** How a state comes about: what the server is made to answer, and what a person does. */
interface Staging {
  readonly fetch?: typeof fetch;
  readonly getToken?: () => Promise<string>;
  readonly act: (widget: TeoSupport) => Promise<unknown>;
}

const client = new SupportClient({ baseUrl: '', getToken: token });
const { subject = '', question = '' } = document.body.dataset;
/** What somebody has written, in the language of the page. */
const example = { subject, question };
const ticketFiled = /\/v1\/tickets$/;

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
  sending: () => sent(holding(ticketFiled), 'button[type=submit][aria-disabled=true]'),
  'sending-waits': () => sent(cutting(ticketFiled), '#waits'),
  'sending-refused': () => sent(losing(ticketFiled, example.question), '#summary'),
  // As one that is there already, so that none is filed by looking at the gallery.
  'sending-filed': () => {
    const filed = answering(ticketFiled, () => latest('new'), 201);
    return {
      fetch: filed,
      act: (widget) => send(widget).then(() => gone(widget, 'teo-support-ticket-form')),
    };
  },
  // The first part arrives.
  'file-sending': () => withFile(aDocument, 'progress', holding(/\/v1\/uploads\/[^/]+$/, 1)),
  'file-failed': () => withFile(aPicture, '.failed', refusing(/\/v1\/files$/, 503)),
  'file-refused': () => withFile(aProgram, '.failed'),
  'file-arrived': () => withFile(aPicture, '.file img'),
  'file-held': () => withFile(aList, '.about [role=status]', scannedAs('held')),
  'file-infected': () => withFile(aList, '.about [role=alert]', scannedAs('infected')),
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

/** A question that is written and sent, until this is there. */
function sent(answers: typeof fetch, until: string): Staging {
  return { fetch: answers, act: (widget) => send(widget).then(() => seen(widget, until)) };
}

async function send(widget: TeoSupport): Promise<void> {
  await widget.compose('usage_question', { ...example, about: 'merge_field', module: 'documents' });
  await press(widget, 'input[name=usable]');
  // Whoever writes as a person does has the FAQ's answers before they send.
  await seen(widget, '.line .link');
  await press(widget, 'button[type=submit]');
}

/** A form into which a file is dropped, until this is there. */
function withFile(make: () => File | Promise<File>, until: string, answers: typeof fetch = fetch): Staging {
  return {
    fetch: answers,
    async act(widget) {
      await widget.compose('usage_question', { subject: example.subject });
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(await make());
      const place = await seen(widget, '.drop');
      place.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
      (await seen(widget, until)).scrollIntoView({ block: 'center' });
    },
  };
}

function scannedAs(state: 'held' | 'infected'): typeof fetch {
  return answering(/\/v1\/files\/[^/]+\/addresses$/, async () => ({ state }));
}

async function latest(status: TicketStatus): Promise<RequesterTicket> {
  const { items } = await client.tickets.list({ scope: 'organization', status, limit: 1 });
  return client.tickets.get(items[0]?.id ?? '');
}

function ticketIn(status: TicketStatus): Staging {
  return { act: async (widget) => widget.openTicket((await latest(status)).id) };
}

/** Presses what a person would, as soon as it is there. */
async function press(widget: TeoSupport, selector: string): Promise<void> {
  (await seen(widget, selector)).click();
}

async function seen(widget: TeoSupport, selector: string): Promise<HTMLElement> {
  for (;;) {
    const found = within(widget.shadowRoot, selector);
    if (found !== null) return found;
    await new Promise(requestAnimationFrame);
  }
}

async function gone(widget: TeoSupport, selector: string): Promise<void> {
  while (within(widget.shadowRoot, selector) !== null) await new Promise(requestAnimationFrame);
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

keepApart();
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
