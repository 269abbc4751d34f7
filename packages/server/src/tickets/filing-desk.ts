import { setImmediate as nextTurn } from 'node:timers/promises';
import { declarationOf, dependsOnEntitlements, noEntitlements } from '@teo-support/core';
import { readEntitlements } from '../entitlements/index.js';
import { filesOf } from '../files/index.js';
import { areFirst, type Intention, once, rememberAll } from '../http/index.js';
import { callerOf, type TeomasterViewer } from '../identity/index.js';
import { type Database, type Part, Together, type Transaction } from '../storage/index.js';
import { asItWas, type Shown } from './change-on-request.js';
import { type FileCommand, type Filing, fileTicket, fileTickets } from './file-ticket.js';
import type { Moment, TicketHistory } from './handle-command.js';

/** A request to file a ticket. */
export interface FilingRequest<Answer> {
  readonly viewer: TeomasterViewer;
  readonly asked: Omit<FileCommand, 'type' | 'uploads' | 'entitlements'>;
  readonly intention: Intention | null;
  readonly moment: Moment;
  /** Makes the answer, while the commit waits for the disk. It is given once the ticket is on it. */
  readonly show: (history: TicketHistory, at: number) => Promise<Answer>;
}

/** The answer that is being made: awaited only after the commit. */
interface Making<Answer> {
  readonly answer: Promise<Answer>;
}

/** Where téomasters file tickets, once per idempotency key. Who comes at the same time is served in one unit. */
export class FilingDesk<Answer> {
  readonly #together: Together<FilingRequest<Answer>, Making<Answer>>;

  constructor(db: Pick<Database, 'write'>) {
    this.#together = new Together({ db, all: fileAll<Answer>, alone: fileAlone<Answer> });
  }

  async file(request: FilingRequest<Answer>): Promise<Answer> {
    return (await this.#together.do(request)).answer;
  }
}

async function fileAll<Answer>(
  tx: Transaction,
  requests: readonly FilingRequest<Answer>[],
): Promise<Part<Making<Answer>>[]> {
  const first = await areFirst(tx, requests.map(tryOf));
  const free = withFilesOfTheirOwn(requests);
  const together = requests.filter((request, place) => first[place] === true && free.has(request));
  const filings: Filing[] = [];
  for (const request of together) filings.push(await filingOf(tx, request));
  const filed = new Map((await fileTickets(tx, filings)).map((outcome, place) => [together[place], outcome]));
  await rememberAll(
    tx,
    together.flatMap((request) => {
      const outcome = filed.get(request);
      return outcome?.ok === true ? [{ outcome: outcomeOf(outcome.history), ...tryOf(request) }] : [];
    }),
  );
  return requests.map((request): Part<Making<Answer>> => {
    const outcome = filed.get(request);
    if (outcome === undefined) return { kind: 'apart' };
    if (!outcome.ok) return { kind: 'refused', error: outcome.refusal };
    return { kind: 'done', value: making(request, outcome.history, request.moment.now) };
  });
}

async function fileAlone<Answer>(tx: Transaction, request: FilingRequest<Answer>): Promise<Making<Answer>> {
  const { viewer, moment } = request;
  const { history, at } = await once<Shown>(tx, {
    ...tryOf(request),
    async first() {
      const filed = await fileTicket(tx, await filingOf(tx, request));
      return { outcome: outcomeOf(filed), result: { history: filed, at: moment.now } };
    },
    again: (earlier) => asItWas(tx, viewer, earlier),
  });
  return making(request, history, at);
}

/** Begins the answer in the next turn of the event loop: by then the commit is under way on another thread. */
function making<Answer>(request: FilingRequest<Answer>, history: TicketHistory, at: number): Making<Answer> {
  const answer = nextTurn().then(() => request.show(history, at));
  // It is awaited after the commit: if that fails, by nobody.
  answer.catch(() => undefined);
  return { answer };
}

function tryOf({ viewer, intention, moment }: FilingRequest<unknown>) {
  return { caller: callerOf(viewer), intention, now: moment.now };
}

function outcomeOf({ ticket: { id, version } }: TicketHistory) {
  return { id, version };
}

/** The requests that name no file which another one before them names, too: it can be given to one ticket only. */
function withFilesOfTheirOwn<R extends FilingRequest<unknown>>(requests: readonly R[]): ReadonlySet<R> {
  const named = new Set<string>();
  return new Set(
    requests.filter((request) => {
      const ids = fileIdsOf(request);
      if (ids.some((id) => named.has(id))) return false;
      for (const id of ids) named.add(id);
      return true;
    }),
  );
}

async function filingOf(tx: Transaction, request: FilingRequest<unknown>): Promise<Filing> {
  const { viewer, asked, moment } = request;
  const uploads = await filesOf(tx, viewer, fileIdsOf(request));
  const entitlements = dependsOnEntitlements(declarationOf(asked.ticketType))
    ? await readEntitlements(tx, viewer.organization.id)
    : noEntitlements;
  const { ticketType, answers, impact, context } = asked;
  const command = { type: 'file', ticketType, answers, impact, context, uploads, entitlements } as const;
  return { viewer, command, ...moment };
}

function fileIdsOf({ asked }: FilingRequest<unknown>): string[] {
  return Object.values(asked.answers).flatMap((answer) =>
    typeof answer === 'object' && 'files' in answer ? answer.files : [],
  );
}
