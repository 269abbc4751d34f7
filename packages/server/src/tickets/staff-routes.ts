import { staffId, type TicketCommand } from '@teo-support/core';
import type { StaffTicket } from '@teo-support/core/contract';
import { eq } from 'drizzle-orm';
import type { Context, Hono } from 'hono';
import { requireFiles } from '../files/index.js';
import { mount, ProblemError } from '../http/index.js';
import type { StaffViewer } from '../identity/index.js';
import { staff } from '../people/index.js';
import type { Database, Reader } from '../storage/index.js';
import { changeOnRequest } from './change-on-request.js';
import type { TicketHistory } from './handle-command.js';
import { listForStaff, namesIn, readTicket } from './queries.js';
import { staffView } from './views.js';

/** What the team does with tickets: each route turns a request into a command and shows the ticket that follows. */
export function staffTicketRoutes(
  app: Hono,
  db: Database,
  now: () => number,
  asStaff: (c: Context) => Promise<StaffViewer>,
): void {
  const show = async (history: TicketHistory, c: Context): Promise<StaffTicket> => {
    c.header('etag', `"${history.ticket.version}"`);
    return staffView(history, await namesIn(db.read, history), now());
  };
  const change = async (viewer: StaffViewer, c: Context, command: TicketCommand) =>
    show(await changeOnRequest(db, viewer, c, command, now()), c);

  mount(app, 'listStaffTickets', asStaff, ({ viewer, query }) => listForStaff(db.read, viewer, query, now()));

  mount(app, 'getStaffTicket', asStaff, async ({ viewer, param, c }) =>
    show(await readTicket(db.read, viewer, param('ticketId')), c),
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

  mount(app, 'resolveTicket', asStaff, ({ viewer, body, c }) =>
    change(viewer, c, { type: 'resolve', resolution: body.resolution }),
  );
}

/** The other end of an assignment: a person of the team, with the services that the rule asks for. */
async function assignee(reader: Reader, id: string) {
  const [person] = await reader.select({ services: staff.services }).from(staff).where(eq(staff.id, id));
  if (person === undefined) {
    throw new ProblemError('invalid-request', {
      places: [{ pointer: '/agentId', code: 'unknown_person', detail: 'GET /v1/staff/team' }],
    });
  }
  return { id: staffId(id), services: person.services };
}
