import { offeredTypes, type TicketCommand, teoModules } from '@teo-support/core';
import type { RequesterTicket } from '@teo-support/core/contract';
import type { Context, Hono } from 'hono';
import { readEntitlements } from '../entitlements/index.js';
import { requireFiles } from '../files/index.js';
import { type CommandCall, InJson, localeOf, mount } from '../http/index.js';
import type { Identity, RequesterViewer, TeomasterViewer } from '../identity/index.js';
import type { Database, Transaction } from '../storage/index.js';
import { changeOnRequest, orConflict } from './change-on-request.js';
import { etagOf } from './etag.js';
import { FilingDesk } from './filing-desk.js';
import type { Moment, TicketHistory } from './handle-command.js';
import { listForRequester } from './lists.js';
import { readMentions } from './mentions.js';
import { policyView } from './policy-view.js';
import { readTicket } from './queries.js';
import { requesterView } from './views.js';

/** A ticket as a téomaster is shown it, and the tag of that. */
interface TaggedTicket {
  readonly ticket: InJson<RequesterTicket>;
  readonly etag: string;
}

/** What téomasters do with tickets: each route turns a request into a command and shows the ticket that follows. */
export function requesterTicketRoutes(
  app: Hono,
  db: Database,
  moment: () => Moment,
  identity: Identity,
): void {
  const { asTeomaster, asRequester } = identity;
  const desk = new FilingDesk<TaggedTicket>(db);
  const view = async (
    history: TicketHistory,
    viewer: RequesterViewer,
    c: Context,
    at: number,
  ): Promise<TaggedTicket> => {
    const locale = localeOf(c.req.header('accept-language'));
    const mentions = await readMentions(db.lookUp, viewer, history);
    const actor = viewer.kind === 'integrator' ? null : viewer.actor;
    const shown = requesterView(history, mentions, { actor, locale, ...moment(), now: at });
    const text = JSON.stringify(shown);
    return { ticket: new InJson(shown, text), etag: etagOf(shown, text) };
  };
  const show = async (...of: Parameters<typeof view>): Promise<InJson<RequesterTicket>> => {
    const { ticket, etag } = await view(...of);
    const [, , c] = of;
    c.header('etag', etag);
    return ticket;
  };
  const change = (
    call: CommandCall<TeomasterViewer>,
    command: (tx: Transaction) => Promise<TicketCommand>,
  ): Promise<RequesterTicket> => {
    const time = moment();
    return orConflict(
      changeOnRequest(db, call, command, time),
      async (history, at) => (await show(history, call.viewer, call.c, at)).value,
      time.now,
    );
  };

  mount(app, 'getMe', asTeomaster, async ({ viewer }) => {
    const entitlements = await readEntitlements(db.read, viewer.organization.id);
    return {
      id: viewer.actor.id,
      name: viewer.name,
      organization: viewer.organization,
      modules: [...(viewer.modules ?? teoModules)],
      policy: policyView(moment()),
      ticketTypes: offeredTypes(entitlements),
      entitlements: { trainings: [...entitlements.trainings], trials: [...entitlements.trials] },
    };
  });

  mount(app, 'fileTicket', asTeomaster, async ({ viewer, body, c, intention }) => {
    const { type: ticketType, answers, impact, context } = body;
    const asked = { ticketType, answers, impact, context };
    const { ticket, etag } = await desk.file({
      viewer,
      asked,
      intention: intention(),
      moment: moment(),
      show: (history, at) => view(history, viewer, c, at),
    });
    c.header('etag', etag);
    return ticket;
  });

  mount(app, 'listTickets', asRequester, ({ viewer, query }) => {
    const scope = query.scope ?? (viewer.kind === 'integrator' ? 'organization' : 'mine');
    return listForRequester(db.read, viewer, { ...query, scope }, moment());
  });

  mount(app, 'getTicket', asRequester, async ({ viewer, param, c }) =>
    show(await readTicket(db.lookUp, viewer, param('ticketId')), viewer, c, moment().now),
  );

  mount(app, 'replyToTicket', asTeomaster, (call) => {
    const { text, files } = call.body;
    return change(call, async (tx) => ({
      type: 'reply',
      text,
      files: await requireFiles(tx, call.viewer, files, 'files'),
    }));
  });

  mount(app, 'tickRollBackStep', asTeomaster, (call) =>
    change(call, async () => ({ type: 'tick_roll_back_step', ...call.body })),
  );

  mount(app, 'confirmResolution', asTeomaster, (call) => change(call, async () => ({ type: 'confirm' })));

  mount(app, 'cancelTicket', asTeomaster, (call) =>
    change(call, async () => ({ type: 'cancel', ...call.body })),
  );

  mount(app, 'reopenTicket', asTeomaster, (call) =>
    change(call, async () => ({ type: 'reopen', ...call.body })),
  );
}
