import { issue, type PairCommand, staffId, type TicketCommand } from '@teo-support/core';
import type { StaffTicket } from '@teo-support/core/contract';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context, Hono } from 'hono';
import { readEntitlements } from '../entitlements/index.js';
import { requireFiles } from '../files/index.js';
import { type CommandCall, localeOf, mount, RejectionError } from '../http/index.js';
import type { Identity, StaffViewer } from '../identity/index.js';
import { staff } from '../people/index.js';
import type { Database, Reader, Transaction } from '../storage/index.js';
import { changeOnRequest, changePairOnRequest, orConflict, type Shown } from './change-on-request.js';
import { etagOf } from './etag.js';
import { type ExportOptions, exportRoute } from './export/export-route.js';
import type { Moment, TicketHistory } from './handle-command.js';
import { listForStaff } from './lists.js';
import { readMentions } from './mentions.js';
import { readTicket } from './queries.js';
import { staffView } from './views.js';

/** What the team does with tickets: each route turns a request into a command and shows the ticket that follows. */
export function staffTicketRoutes(
  app: Hono,
  db: Database,
  moment: () => Moment,
  identity: Identity,
  exporting: ExportOptions,
): void {
  const { asStaff } = identity;
  const show = async (
    history: TicketHistory,
    viewer: StaffViewer,
    c: Context,
    at: number,
  ): Promise<StaffTicket> => {
    const locale = localeOf(c.req.header('accept-language'));
    const [mentions, entitlements] = await Promise.all([
      readMentions(db.lookUp, viewer, history),
      readEntitlements(db.lookUp, history.ticket.organizationId),
    ]);
    const shown = staffView(
      history,
      mentions,
      { actor: viewer.actor, locale, ...moment(), now: at },
      entitlements,
    );
    c.header('etag', etagOf(shown));
    return shown;
  };
  const answering = (
    { viewer, c }: CommandCall<StaffViewer>,
    changing: Promise<Shown>,
    time: number,
  ): Promise<StaffTicket> => orConflict(changing, (history, at) => show(history, viewer, c, at), time);
  const change = (call: CommandCall<StaffViewer>, command: (tx: Transaction) => Promise<TicketCommand>) => {
    const time = moment();
    return answering(call, changeOnRequest(db, call, command, time), time.now);
  };
  const changePair = (call: CommandCall<StaffViewer>, type: PairCommand['type'], other: string) => {
    const time = moment();
    return answering(call, changePairOnRequest(db, call, { type, other }, time), time.now);
  };

  mount(app, 'listStaffTickets', asStaff, ({ viewer, query }) =>
    listForStaff(db.read, viewer, query, moment()),
  );

  exportRoute(app, db, moment, identity, exporting);

  mount(app, 'getStaffTicket', asStaff, async ({ viewer, param, c }) =>
    show(await readTicket(db.lookUp, viewer, param('ticketId')), viewer, c, moment().now),
  );

  mount(app, 'answerTicket', asStaff, (call) => {
    const { text, files, awaitsRequester } = call.body;
    return change(call, async (tx) => ({
      type: 'answer',
      text,
      files: await requireFiles(tx, call.viewer, files, 'files'),
      awaitsRequester,
    }));
  });

  mount(app, 'writeInternalNote', asStaff, (call) =>
    change(call, async () => ({ type: 'write_note', ...call.body })),
  );

  mount(app, 'assignTicket', asStaff, (call) => {
    const { service, agentId } = call.body;
    return change(call, async (tx) => ({
      type: 'assign',
      service,
      agent: agentId === null ? null : await assignee(tx, agentId),
    }));
  });

  mount(app, 'recordReproductionTest', asStaff, (call) => {
    const { evidence, ...recorded } = call.body;
    return change(call, async (tx) => ({
      ...recorded,
      type: 'record_reproduction_test',
      evidence: await requireFiles(tx, call.viewer, evidence, 'evidence'),
    }));
  });

  mount(app, 'transferTicket', asStaff, (call) =>
    change(call, async () => ({ type: 'transfer', ...call.body })),
  );

  mount(app, 'reprioritiseTicket', asStaff, (call) =>
    change(call, async () => ({ type: 'reprioritise', ...call.body })),
  );

  mount(app, 'requalifyTicket', asStaff, (call) => {
    const { type: ticketType, reason, answers } = call.body;
    return change(call, async (tx) => {
      const { ticket } = await readTicket(tx, call.viewer, call.param('ticketId'));
      const entitlements = await readEntitlements(tx, ticket.organizationId);
      return { type: 'requalify', ticketType, reason, answers, entitlements };
    });
  });

  mount(app, 'consultService', asStaff, (call) =>
    change(call, async () => ({ type: 'consult', ...call.body })),
  );

  mount(app, 'answerConsultation', asStaff, (call) =>
    change(call, async () => ({ type: 'answer_consultation', ...call.body })),
  );

  mount(app, 'guideRollBack', asStaff, (call) =>
    change(call, async () => ({ type: 'guide_roll_back', ...call.body })),
  );

  mount(app, 'ruleOutRollBack', asStaff, (call) =>
    change(call, async () => ({ type: 'rule_out_roll_back', ...call.body })),
  );

  mount(app, 'mergeTicket', asStaff, (call) => changePair(call, 'merge', call.body.ticket));
  mount(app, 'unmergeTicket', asStaff, (call) => changePair(call, 'unmerge', call.body.ticket));
  mount(app, 'carryTicket', asStaff, (call) => changePair(call, 'carry', call.body.ticket));
  mount(app, 'releaseTicket', asStaff, (call) => changePair(call, 'release', call.body.ticket));
  mount(app, 'linkTicket', asStaff, (call) => changePair(call, 'link', call.body.ticket));
  mount(app, 'unlinkTicket', asStaff, (call) => changePair(call, 'unlink', call.body.ticket));

  mount(app, 'resolveTicket', asStaff, (call) =>
    change(call, async () => ({ type: 'resolve', ...call.body })),
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
