import { staffId, type TicketCommand, ticketId } from '@teo-support/core';
import type { StaffTicket } from '@teo-support/core/contract';
import { eq } from 'drizzle-orm';
import type { Context, Hono } from 'hono';
import { requireFiles } from '../files/index.js';
import { expectedVersion, mount, ProblemError } from '../http/index.js';
import type { StaffViewer } from '../identity/index.js';
import { staff } from '../people/index.js';
import type { Database, Reader } from '../storage/index.js';
import { changeTicket, type TicketHistory } from './handle-command.js';
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
  const change = async (viewer: StaffViewer, c: Context, id: string, command: TicketCommand) => {
    const history = await db.write((tx) =>
      changeTicket(tx, viewer, {
        ticketId: ticketId(id),
        command,
        now: now(),
        fieldsAt: '',
        expectedVersion: expectedVersion(c),
      }),
    );
    return show(history, c);
  };

  mount(app, 'listStaffTickets', asStaff, ({ viewer, query }) => listForStaff(db.read, viewer, query, now()));

  mount(app, 'getStaffTicket', asStaff, async ({ viewer, param, c }) =>
    show(await readTicket(db.read, viewer, param('ticketId')), c),
  );

  mount(app, 'answerTicket', asStaff, async ({ viewer, body, param, c }) => {
    const files = await requireFiles(db.read, viewer, body.files, 'files');
    const { text, awaitsRequester } = body;
    return change(viewer, c, param('ticketId'), { type: 'answer', text, files, awaitsRequester });
  });

  mount(app, 'writeInternalNote', asStaff, ({ viewer, body, param, c }) =>
    change(viewer, c, param('ticketId'), { type: 'write_note', text: body.text }),
  );

  mount(app, 'assignTicket', asStaff, async ({ viewer, body, param, c }) => {
    const agent = body.agentId === null ? null : await assignee(db.read, body.agentId);
    return change(viewer, c, param('ticketId'), { type: 'assign', service: body.service, agent });
  });

  mount(app, 'recordReproductionTest', asStaff, async ({ viewer, body, param, c }) => {
    const evidence = await requireFiles(db.read, viewer, body.evidence, 'evidence');
    return change(viewer, c, param('ticketId'), { ...body, type: 'record_reproduction_test', evidence });
  });

  mount(app, 'transferTicket', asStaff, ({ viewer, body, param, c }) =>
    change(viewer, c, param('ticketId'), { type: 'transfer', reason: body.reason }),
  );

  mount(app, 'resolveTicket', asStaff, ({ viewer, body, param, c }) =>
    change(viewer, c, param('ticketId'), { type: 'resolve', resolution: body.resolution }),
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
