import type {
  FaqArticleView,
  FaqNotices,
  FaqSearchRecord,
  FileView,
  LiveEvent,
  Me,
  Presence,
  RequesterTicket,
  TicketPage,
  UnreadTickets,
} from '@teo-support/core/contract';
import { json, problem } from './answers.js';
import { FakeFiles } from './fake-files.js';
import { FakeForum } from './fake-forum.js';
import { found, someArticles } from './faq.js';
import { after, aTicket, claire, summaryOf } from './tickets.js';

export { problem } from './answers.js';

/** What a test may look at afterwards. */
interface Sent {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly body: unknown;
  readonly idempotencyKey: string | null;
  readonly token: string | null;
  /** The version that the command was given upon. */
  readonly ifMatch: string | null;
}

type Answer = (sent: Sent) => Response | Promise<Response | undefined> | undefined;

/** The téomaster's side of the API for tests of the widget: keeps tickets, notes what was sent, pushes live events. */
export class FakeApi {
  readonly tickets = new Map<string, RequesterTicket>();
  readonly articles = new Map<string, FaqArticleView>(someArticles.map((article) => [article.id, article]));
  readonly files = new FakeFiles();
  readonly forum = new FakeForum();
  /** What the person had searched for, and is answered by now. */
  faqNotices: FaqNotices['notices'] = [];
  readonly sent: Sent[] = [];
  /** Asked before anything else; what it leaves `undefined` is answered as usual. A rejection is a dead network. */
  override: Answer = () => undefined;
  /** Who is signed in. */
  me: Me = claire;
  /** After which event each stream was to begin; `null` for from now on. */
  readonly resumedAfter: (string | null)[] = [];
  /** Up to which version each ticket was read; the others are. */
  readonly read = new Map<string, number>();
  /** How many tickets a page of the list holds. */
  pageSize = 20;
  readonly #streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  #position = 0;

  constructor(...tickets: readonly RequesterTicket[]) {
    for (const ticket of tickets) this.tickets.set(ticket.id, ticket);
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(String(input), 'http://api.test');
    const headers = new Headers(init?.headers);
    const sent: Sent = {
      method: init?.method ?? 'GET',
      path: url.pathname,
      search: url.search,
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : (init?.body ?? null),
      idempotencyKey: headers.get('idempotency-key'),
      token: headers.get('authorization'),
      ifMatch: headers.get('if-match'),
    };
    this.sent.push(sent);
    const overridden = await orEnded(this.override(sent), init?.signal);
    return overridden ?? this.#answer(sent, headers, init?.signal);
  };

  /** What was sent to file a ticket, oldest first. */
  get filings(): readonly Sent[] {
    return this.sent.filter(({ method, path }) => method === 'POST' && path === '/v1/tickets');
  }

  /** What was told of searches, oldest first. */
  get searches(): readonly Partial<FaqSearchRecord>[] {
    return this.sent.filter(({ path }) => path === '/v1/faq/searches').map(({ body }) => Object(body));
  }

  /** What was searched for, oldest first. */
  get searched(): readonly (string | null)[] {
    return this.sent
      .filter(({ path }) => path === '/v1/faq/search')
      .map(({ search }) => new URLSearchParams(search).get('q'));
  }

  /** Whether somebody listens for live events. */
  get isFollowed(): boolean {
    return this.#streams.size > 0;
  }

  /** The ticket is now this, and everybody who follows hears of it. */
  happens(ticket: RequesterTicket): void {
    this.tickets.set(ticket.id, ticket);
    const last = ticket.timeline.at(-1);
    this.#position += 1;
    const event: LiveEvent = {
      position: this.#position,
      ticketId: ticket.id,
      reference: ticket.reference,
      type: last?.type ?? 'ticket.filed',
      at: ticket.changedAt,
      by: last?.by.kind ?? 'staff',
    };
    const text = `id: ${event.position}\nevent: ticket\ndata: ${JSON.stringify(event)}\n\n`;
    this.#push(text);
  }

  /** The team begins to write an answer, or leaves it. */
  answering(ticketId: string, answering: boolean): void {
    const presence: Presence = { ticketId, answering, people: [] };
    this.#push(`event: presence\ndata: ${JSON.stringify(presence)}\n\n`);
  }

  #push(text: string): void {
    for (const stream of this.#streams) stream.enqueue(new TextEncoder().encode(text));
  }

  /** Cuts every live connection. */
  cut(): void {
    for (const stream of this.#streams) stream.close();
    this.#streams.clear();
  }

  #answer(sent: Sent, headers: Headers, signal?: AbortSignal | null): Response {
    const { method, path } = sent;
    if (path === '/v1/me') return json(this.me);
    if (path === '/v1/live') return this.#stream(headers.get('last-event-id'), signal);
    if (path === '/v1/unread') return json(this.#unread());
    const seen = /^\/v1\/tickets\/([^/]+)\/seen$/.exec(path)?.[1];
    if (seen !== undefined) {
      this.read.set(seen, Number(Reflect.get(Object(sent.body), 'version')));
      return new Response(null, { status: 204 });
    }
    const ofFiles = this.files.answer(sent, headers);
    if (ofFiles !== undefined) return ofFiles;
    if (path.startsWith('/v1/faq/')) return this.#faq(path, sent);
    const ofForum = this.forum.answer(sent);
    if (ofForum !== undefined) return ofForum;
    if (path === '/v1/tickets') return method === 'POST' ? this.#file(sent) : this.#list(sent.search);
    const [, id = '', command] = /^\/v1\/tickets\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
    const ticket = this.tickets.get(id);
    if (ticket === undefined) return problem(404, 'not-found', 'Introuvable.');
    if (command === undefined) return json(ticket);
    if (sent.ifMatch !== null && sent.ifMatch !== `"${ticket.version}"`)
      return problem(412, 'version-conflict', 'Le ticket a changé depuis que vous l’avez lu.');
    return json(this.#changed(ticket, command, sent.body));
  }

  #faq(path: string, { search, body }: Sent): Response {
    if (path === '/v1/faq/search') return json(found(this.articles.values(), search));
    if (path === '/v1/faq/searches') return json({ id: 's-1' }, 201);
    if (path === '/v1/faq/notices') return json({ notices: this.faqNotices } satisfies FaqNotices);
    const [, seen] = /^\/v1\/faq\/notices\/(.+)\/seen$/.exec(path) ?? [];
    if (seen !== undefined) {
      this.faqNotices = this.faqNotices.map((one) => (one.id === seen ? { ...one, seen: true } : one));
      return new Response(null, { status: 204 });
    }
    const [, id = '', rating] = /^\/v1\/faq\/articles\/([^/]+)(\/rating)?$/.exec(path) ?? [];
    const article = this.articles.get(id);
    if (article === undefined) return problem(404, 'not-found', 'Cet article n’existe pas.');
    if (rating === undefined) return json(article);
    this.articles.set(id, { ...article, helpful: Reflect.get(Object(body), 'helpful') === true });
    return new Response(null, { status: 204 });
  }

  #file({ body }: Sent): Response {
    const subject: unknown = Reflect.get(Object(Reflect.get(Object(body), 'answers')), 'subject');
    const ticket = aTicket({ id: 't-new', reference: 'TEO-1042', status: 'new', subject: String(subject) });
    this.tickets.set(ticket.id, ticket);
    return json(ticket, 201);
  }

  #list(search: string): Response {
    const params = new URLSearchParams(search);
    const q = params.get('q')?.toLowerCase() ?? '';
    const mine = params.get('scope') !== 'organization';
    const matching = [...this.tickets.values()].filter(
      ({ subject, requester }) => subject?.toLowerCase().includes(q) && (!mine || requester.id === claire.id),
    );
    const from = Number(params.get('cursor') ?? 0);
    const to = from + this.pageSize;
    return json({
      items: matching.slice(from, to).map(summaryOf),
      total: matching.length,
      atLeast: false,
      latestOnly: false,
      nextCursor: to < matching.length ? String(to) : null,
    } satisfies TicketPage);
  }

  /** Enough of a change for a view to show. */
  #changed(ticket: RequesterTicket, command: string, body: unknown): RequesterTicket {
    const words = (name: string) => String(Reflect.get(Object(body), name) ?? '');
    const by = { kind: 'teomaster', id: claire.id, name: claire.name } as const;
    const changed = this.#after(ticket, command, body, words, by);
    this.tickets.set(ticket.id, changed);
    return changed;
  }

  #after(
    ticket: RequesterTicket,
    command: string,
    body: unknown,
    words: (name: string) => string,
    by: Parameters<typeof after>[3],
  ): RequesterTicket {
    switch (command) {
      case 'confirmation':
        return after(ticket, { type: 'ticket.confirmed' }, { status: 'closed', turn: 'nobody' }, by);
      case 'reopening':
        return after(
          ticket,
          { type: 'ticket.reopened', reason: words('reason') },
          { status: 'open', turn: 'team' },
          by,
        );
      case 'cancellation':
        return after(
          ticket,
          { type: 'ticket.cancelled', reason: words('reason') || null },
          { status: 'cancelled', turn: 'nobody' },
          by,
        );
      case 'roll-back/steps':
        return this.#ticked(ticket, body, by);
      default:
        return after(
          ticket,
          { type: 'ticket.replied', text: words('text'), files: this.#filesNamed(body) },
          { status: 'open' },
          by,
        );
    }
  }

  #ticked(ticket: RequesterTicket, body: unknown, by: Parameters<typeof after>[3]): RequesterTicket {
    const step = Number(Reflect.get(Object(body), 'step'));
    const done = Reflect.get(Object(body), 'done') === true;
    const { rollBack, possible } = ticket;
    if (rollBack?.kind !== 'guided') return ticket;
    const steps = rollBack.steps.map((known, index) => (index === step ? { ...known, done } : known));
    return after(
      ticket,
      { type: 'ticket.roll_back_step_ticked', step, done },
      { possible, rollBack: { kind: 'guided', steps } },
      by,
    );
  }

  #filesNamed(body: unknown): FileView[] {
    const ids: unknown = Reflect.get(Object(body), 'files');
    return Array.isArray(ids) ? this.files.stored.filter(({ id }) => ids.includes(id)) : [];
  }

  #unread(): UnreadTickets {
    const unread = [...this.tickets.values()].filter(
      ({ id, version }) => version > (this.read.get(id) ?? version),
    );
    return { tickets: unread.map(({ id, version }) => ({ id, version })) };
  }

  #stream(after: string | null, signal?: AbortSignal | null): Response {
    this.resumedAfter.push(after);
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const stream = new ReadableStream<Uint8Array>({
      start: (made) => {
        controller = made;
        this.#streams.add(made);
        signal?.addEventListener('abort', () => {
          // One that was cut before is closed already.
          if (this.#streams.delete(made)) made.error(signal.reason);
        });
      },
      cancel: () => {
        if (controller !== undefined) this.#streams.delete(controller);
      },
    });
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
  }
}

/** What comes, unless whoever asked for it ends the call first. */
function orEnded<T>(coming: T, signal: AbortSignal | null | undefined): Promise<Awaited<T>> {
  const ended = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([coming, ended]);
}
