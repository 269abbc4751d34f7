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
export interface FilingRequest {
  readonly viewer: TeomasterViewer;
  readonly asked: Omit<FileCommand, 'type' | 'uploads' | 'entitlements'>;
  readonly intention: Intention | null;
  readonly moment: Moment;
}

/** Where téomasters file tickets, once per idempotency key. Who comes at the same time is served in one unit. */
export class FilingDesk {
  readonly #together: Together<FilingRequest, Shown>;

  constructor(db: Pick<Database, 'write'>) {
    this.#together = new Together({ db, all: fileAll, alone: fileAlone });
  }

  file(request: FilingRequest): Promise<Shown> {
    return this.#together.do(request);
  }
}

async function fileAll(tx: Transaction, requests: readonly FilingRequest[]): Promise<Part<Shown>[]> {
  const first = await areFirst(tx, requests.map(tryOf));
  const free = withFilesOfTheirOwn(requests);
  const together = requests.filter((request, place) => first[place] === true && free.has(request));
  const filings: Filing[] = [];
  for (const request of together) filings.push(await filingOf(tx, request));
  const filed = new Map((await fileTickets(tx, filings)).map((outcome, place) => [together[place], outcome]));
  const parts = requests.map((request): Part<Shown> => {
    const outcome = filed.get(request);
    if (outcome === undefined) return { kind: 'apart' };
    if (!outcome.ok) return { kind: 'refused', error: outcome.refusal };
    return { kind: 'done', value: { history: outcome.history, at: request.moment.now } };
  });
  await rememberAll(
    tx,
    requests.flatMap((request, place) => {
      const part = parts[place];
      return part?.kind === 'done' ? [{ ...tryOf(request), outcome: outcomeOf(part.value.history) }] : [];
    }),
  );
  return parts;
}

function fileAlone(tx: Transaction, request: FilingRequest): Promise<Shown> {
  const { viewer, moment } = request;
  return once<Shown>(tx, {
    ...tryOf(request),
    async first() {
      const history = await fileTicket(tx, await filingOf(tx, request));
      return { outcome: outcomeOf(history), result: { history, at: moment.now } };
    },
    again: (earlier) => asItWas(tx, viewer, earlier),
  });
}

function tryOf({ viewer, intention, moment }: FilingRequest) {
  return { caller: callerOf(viewer), intention, now: moment.now };
}

function outcomeOf({ ticket: { id, version } }: TicketHistory) {
  return { id, version };
}

/** The requests that name no file which another one before them names, too: it can be given to one ticket only. */
function withFilesOfTheirOwn(requests: readonly FilingRequest[]): ReadonlySet<FilingRequest> {
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

async function filingOf(tx: Transaction, request: FilingRequest): Promise<Filing> {
  const { viewer, asked, moment } = request;
  return {
    viewer,
    ...moment,
    command: {
      type: 'file',
      ...asked,
      uploads: await filesOf(tx, viewer, fileIdsOf(request)),
      entitlements: dependsOnEntitlements(declarationOf(asked.ticketType))
        ? await readEntitlements(tx, viewer.organization.id)
        : noEntitlements,
    },
  };
}

function fileIdsOf({ asked }: FilingRequest): string[] {
  return Object.values(asked.answers).flatMap((answer) =>
    typeof answer === 'object' && 'files' in answer ? answer.files : [],
  );
}
