import type {
  LiveEvent,
  Presence,
  PresenceReceipt,
  PresentPerson,
  Problem,
  StaffMember,
  StaffTicket,
  TicketPage,
} from '@teo-support/sdk';
import { julien, sarah, summaryOf } from './tickets.js';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly body: unknown;
  readonly ifMatch: string | null;
  /** Of an upload. */
  readonly fileName: string;
  /** Whether its caller has ended it. */
  readonly signal: AbortSignal | null;
}

type Answer = (sent: Sent) => Response | Promise<Response | undefined> | undefined;

/** The staff side of the API for tests of the view: keeps tickets, notes what was sent, and pushes live events. */
export class FakeApi {
  member: StaffMember | null = julien;
  readonly tickets = new Map<string, StaffTicket>();
  readonly sent: Sent[] = [];
  /** What was said about who has a ticket open: it comes by itself, among whatever a test is about. */
  readonly presences: Sent[] = [];
  /** Asked before anything else; what it leaves `undefined` is answered as usual. */
  override: Answer = () => undefined;
  /** What a command makes of a ticket; what it leaves `undefined` adds a line to the story. */
  outcome: (ticket: StaffTicket, command: string, body: unknown) => StaffTicket | undefined = () => undefined;
  readonly #streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  #position = 0;

  constructor(...tickets: readonly StaffTicket[]) {
    for (const ticket of tickets) this.tickets.set(ticket.id, ticket);
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(String(input), 'http://api.test');
    const headers = new Headers(init?.headers);
    const sent: Sent = {
      method: init?.method ?? 'GET',
      path: url.pathname,
      search: url.search,
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : null,
      ifMatch: headers.get('if-match'),
      fileName: decodeURIComponent(headers.get('x-file-name') ?? ''),
      signal: init?.signal ?? null,
    };
    const list = /\/presence\/[^/]+$/.test(sent.path) ? this.presences : this.sent;
    list.push(sent);
    return (await this.override(sent)) ?? this.#answer(sent);
  };

  /** What was sent as this command, the last time. */
  lastOf(command: string): Sent | undefined {
    return this.sent.findLast(({ method, path }) => method === 'POST' && path.endsWith(`/${command}`));
  }

  /** The ticket is now this, and everybody who follows hears of it. */
  happens(ticket: StaffTicket): void {
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
    this.#push(`id: ${event.position}\nevent: ticket\ndata: ${JSON.stringify(event)}\n\n`);
  }

  /** Who of the team has a ticket open is now this, and everybody who follows hears of it. */
  present(ticketId: string, ...people: readonly PresentPerson[]): void {
    const answering = people.some(({ doing }) => doing === 'answering');
    const presence: Presence = { ticketId, answering, people: [...people] };
    this.#push(`event: presence\ndata: ${JSON.stringify(presence)}\n\n`);
  }

  /** Whether somebody listens for live events. */
  get isFollowed(): boolean {
    return this.#streams.size > 0;
  }

  #push(text: string): void {
    for (const stream of this.#streams) stream.enqueue(new TextEncoder().encode(text));
  }

  /** Cuts every live connection. */
  cut(): void {
    for (const stream of this.#streams) stream.close();
    this.#streams.clear();
  }

  #answer({ method, path, body }: Sent): Response {
    if (path === '/v1/staff/session' && method === 'POST') {
      this.member = julien;
      return json(julien);
    }
    if (this.member === null) return problem(401, 'not-signed-in', 'Connectez-vous à nouveau.');
    if (path === '/v1/staff/session')
      return method === 'DELETE' ? new Response(null, { status: 204 }) : json(this.member);
    if (path === '/v1/staff/team') return json({ members: [julien, sarah] });
    if (path === '/v1/live') return this.#stream();
    if (path === '/v1/staff/tickets') {
      const items = [...this.tickets.values()].map(summaryOf);
      return json({
        items,
        total: items.length,
        nextCursor: null,
        atLeast: false,
        latestOnly: false,
      } satisfies TicketPage);
    }
    if (/\/presence\/[^/]+$/.test(path)) {
      if (method === 'DELETE') return new Response(null, { status: 204 });
      return json({ others: [], until: '2026-11-24T09:00:45Z' } satisfies PresenceReceipt);
    }
    const [, id = '', command] = /^\/v1\/staff\/tickets\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
    const ticket = this.tickets.get(id);
    if (ticket === undefined) return problem(404, 'not-found', 'Introuvable.');
    if (method === 'GET' && command === 'faq-articles') return json({ articles: [] });
    if (method === 'GET' && command === 'faq-searches') return json({ searches: [] });
    return json(command === undefined ? ticket : this.#changed(ticket, command, body));
  }

  /** Enough of a change for a view to show: the answer or note appears in the story. */
  #changed(ticket: StaffTicket, command: string, body: unknown): StaffTicket {
    const outcome = this.outcome(ticket, command, body);
    if (outcome !== undefined) {
      this.tickets.set(outcome.id, outcome);
      return outcome;
    }
    const text: unknown = Reflect.get(Object(body), 'text') ?? '';
    const version = ticket.version + 1;
    const entry = {
      version,
      at: '2026-11-24T09:00:00Z',
      by: { kind: 'staff', id: julien.id, name: julien.name },
      clock: null,
    } as const;
    const added =
      command === 'answers'
        ? {
            ...entry,
            type: 'ticket.answered' as const,
            text: String(text),
            files: [],
            awaitsRequester: false,
          }
        : { ...entry, type: 'internal_note.written' as const, text: String(text) };
    const changed = { ...ticket, version, timeline: [...ticket.timeline, added] };
    this.tickets.set(ticket.id, changed);
    return changed;
  }

  #stream(): Response {
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const stream = new ReadableStream<Uint8Array>({
      start: (made) => {
        controller = made;
        this.#streams.add(made);
      },
      cancel: () => {
        if (controller !== undefined) this.#streams.delete(controller);
      },
    });
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
  }
}

function json(body: unknown): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
}

/** A refusal as the API words it. */
export function problem(
  status: number,
  code: string,
  detail: string,
  errors: Problem['errors'] = [],
): Response {
  const body: Problem = {
    type: `/problems/${code}`,
    title: code,
    status,
    code,
    detail,
    requestId: 'r-1',
    errors,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
