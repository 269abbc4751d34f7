import { issue, type PairCommand, staffId, type TicketCommand } from '@teo-support/core';
import type { StaffTicket } from '@teo-support/core/contract';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context, Hono } from 'hono';
import { readEntitlements } from '../entitlements/index.js';
import { requireFiles } from '../files/index.js';
import { localeOf, mount, RejectionError } from '../http/index.js';
import type { Identity, StaffViewer } from '../identity/index.js';
import { staff } from '../people/index.js';
import type { Database, Reader } from '../storage/index.js';
import { changeOnRequest, changePairOnRequest } from './change-on-request.js';
import type { TicketHistory } from './handle-command.js';
import { readMentions } from './mentions.js';
import { listForStaff, readTicket } from './queries.js';
import { staffView } from './views.js';

/** What the team does with tickets: each route turns a request into a command and shows the ticket that follows. */
export function staffTicketRoutes(app: Hono, db: Database, now: () => number, identity: Identity): void {
  const { asStaff } = identity;
  const show = async (history: TicketHistory, viewer: StaffViewer, c: Context): Promise<StaffTicket> => {
    c.header('etag', `"${history.ticket.version}"`);
    const locale = localeOf(c.req.header('accept-language'));
    const [mentions, entitlements] = await Promise.all([
      readMentions(db.read, viewer, history),
      readEntitlements(db.read, history.ticket.organizationId),
    ]);
    return staffView(history, mentions, { actor: viewer.actor, now: now(), locale }, entitlements);
  };
  const change = async (viewer: StaffViewer, c: Context, command: TicketCommand) =>
    show(await changeOnRequest(db, viewer, c, command, now()), viewer, c);
  const changePair = async (viewer: StaffViewer, c: Context, type: PairCommand['type'], other: string) =>
    show(await changePairOnRequest(db, viewer, c, { type, other }, now()), viewer, c);

  mount(app, 'listStaffTickets', asStaff, ({ viewer, query }) => listForStaff(db.read, viewer, query, now()));

  mount(app, 'getStaffTicket', asStaff, async ({ viewer, param, c }) =>
    show(await readTicket(db.read, viewer, param('ticketId')), viewer, c),
  );

  mount(app, 'answerTicket', asStaff, async ({ viewer, body, c }) => {
    const files = await requireFiles(db.read, viewer, body.files, 'files');
    const { text, awaitsRequester } = body;
    return change(viewer, c, { type: 'answer', text, files, awaitsRequester });
  });

  mount(app, 'writeInternalNote', asStaff, ({ viewer, body, c }) =>
    change(viewer, c, { type: 'write_note', text: body.text }),
  );

  mount(app, 'assignTicket', asStaff, async ({ viewer, body, c }) => {
    const agent = body.agentId === null ? null : await assignee(db.read, body.agentId);
    return change(viewer, c, { type: 'assign', service: body.service, agent });
  });

  mount(app, 'recordReproductionTest', asStaff, async ({ viewer, body, c }) => {
    const evidence = await requireFiles(db.read, viewer, body.evidence, 'evidence');
    return change(viewer, c, { ...body, type: 'record_reproduction_test', evidence });
  });

  mount(app, 'transferTicket', asStaff, ({ viewer, body, c }) =>
    change(viewer, c, { type: 'transfer', reason: body.reason }),
  );

  mount(app, 'reprioritiseTicket', asStaff, ({ viewer, body, c }) =>
    change(viewer, c, { type: 'reprioritise', ...body }),
  );

  mount(app, 'requalifyTicket', asStaff, async ({ viewer, body, c, param }) => {
    const { ticket } = await readTicket(db.read, viewer, param('ticketId'));
    const entitlements = await readEntitlements(db.read, ticket.organizationId);
    const { type: ticketType, reason, answers } = body;
    return change(viewer, c, { type: 'requalify', ticketType, reason, answers, entitlements });
  });

  mount(app, 'consultService', asStaff, ({ viewer, body, c }) =>
    change(viewer, c, { type: 'consult', ...body }),
  );

  mount(app, 'answerConsultation', asStaff, ({ viewer, body, c }) =>
    change(viewer, c, { type: 'answer_consultation', ...body }),
  );

  mount(app, 'guideRollBack', asStaff, ({ viewer, body, c }) =>
    change(viewer, c, { type: 'guide_roll_back', steps: body.steps }),
  );

  mount(app, 'ruleOutRollBack', asStaff, ({ viewer, body, c }) =>
    change(viewer, c, { type: 'rule_out_roll_back', reason: body.reason }),
  );

  mount(app, 'mergeTicket', asStaff, ({ viewer, body, c }) => changePair(viewer, c, 'merge', body.ticket));
  mount(app, 'unmergeTicket', asStaff, ({ viewer, body, c }) =>
    changePair(viewer, c, 'unmerge', body.ticket),
  );
  mount(app, 'carryTicket', asStaff, ({ viewer, body, c }) => changePair(viewer, c, 'carry', body.ticket));
  mount(app, 'releaseTicket', asStaff, ({ viewer, body, c }) =>
    changePair(viewer, c, 'release', body.ticket),
  );
  mount(app, 'linkTicket', asStaff, ({ viewer, body, c }) => changePair(viewer, c, 'link', body.ticket));
  mount(app, 'unlinkTicket', asStaff, ({ viewer, body, c }) => changePair(viewer, c, 'unlink', body.ticket));

  mount(app, 'resolveTicket', asStaff, ({ viewer, body, c }) =>
    change(viewer, c, { type: 'resolve', resolution: body.resolution }),
  );
}

/** The other end of an assignment: a person who is of the team now, with the services that the rule asks for. */
async function assignee(reader: Reader, id: string) {
  const [person] = await reader
    .select({ services: staff.services })
    .from(staff)
    .where(and(eq(staff.id, id), isNull(staff.deactivatedAt)));
  if (person === undefined) {
    const issues = [issue(['agentId'], 'unknown_person')];
    throw new RejectionError({ code: 'fields_invalid', issues }, '');
  }
  return { id: staffId(id), services: person.services };
}
