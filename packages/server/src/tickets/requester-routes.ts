import { offeredTypes, publishedPolicy, type TicketCommand, teoModules } from '@teo-support/core';
import type { RequesterTicket } from '@teo-support/core/contract';
import type { Context, Hono } from 'hono';
import { readEntitlements } from '../entitlements/index.js';
import { filesOf, requireFiles } from '../files/index.js';
import { localeOf, mount, ProblemError } from '../http/index.js';
import type { Identity, RequesterViewer, TeomasterViewer } from '../identity/index.js';
import type { Database } from '../storage/index.js';
import { changeOnRequest } from './change-on-request.js';
import { fileTicket } from './file-ticket.js';
import type { TicketHistory } from './handle-command.js';
import { readMentions } from './mentions.js';
import { listForRequester, readTicket } from './queries.js';
import { requesterView } from './views.js';

/** What téomasters do with tickets: each route turns a request into a command and shows the ticket that follows. */
export function requesterTicketRoutes(app: Hono, db: Database, now: () => number, identity: Identity): void {
  const { asTeomaster, asRequester } = identity;
  const show = async (
    history: TicketHistory,
    viewer: RequesterViewer,
    c: Context,
  ): Promise<RequesterTicket> => {
    c.header('etag', `"${history.ticket.publicVersion}"`);
    const locale = localeOf(c.req.header('accept-language'));
    const mentions = await readMentions(db.read, viewer, history);
    const actor = viewer.kind === 'integrator' ? null : viewer.actor;
    return requesterView(history, mentions, { actor, now: now(), locale });
  };
  const change = async (viewer: TeomasterViewer, c: Context, command: TicketCommand) =>
    show(await changeOnRequest(db, viewer, c, command, now()), viewer, c);

  mount(app, 'getMe', asTeomaster, async ({ viewer }) => {
    const entitlements = await readEntitlements(db.read, viewer.organization.id);
    return {
      id: viewer.actor.id,
      name: viewer.name,
      organization: viewer.organization,
      modules: [...(viewer.modules ?? teoModules)],
      policy: publishedPolicy,
      ticketTypes: offeredTypes(entitlements),
      entitlements: { trainings: [...entitlements.trainings], trials: [...entitlements.trials] },
    };
  });

  mount(app, 'fileTicket', asTeomaster, async ({ viewer, body, c }) => {
    const key = idempotencyKey(c);
    const history = await db.write(async (tx) =>
      fileTicket(tx, viewer, {
        key,
        request: body,
        now: now(),
        command: {
          type: 'file',
          ticketType: body.type,
          answers: body.answers,
          impact: body.impact,
          context: body.context,
          uploads: await filesOf(tx, viewer, Object.values(body.answers).flatMap(fileIdsIn)),
          entitlements: await readEntitlements(tx, viewer.organization.id),
        },
      }),
    );
    return show(history, viewer, c);
  });

  mount(app, 'listTickets', asRequester, ({ viewer, query }) => {
    const scope = query.scope ?? (viewer.kind === 'integrator' ? 'organization' : 'mine');
    return listForRequester(db.read, viewer, { ...query, scope }, now());
  });

  mount(app, 'getTicket', asRequester, async ({ viewer, param, c }) =>
    show(await readTicket(db.read, viewer, param('ticketId')), viewer, c),
  );

  mount(app, 'replyToTicket', asTeomaster, async ({ viewer, body, c }) => {
    const files = await requireFiles(db.read, viewer, body.files, 'files');
    return change(viewer, c, { type: 'reply', text: body.text, files });
  });

  mount(app, 'tickRollBackStep', asTeomaster, ({ viewer, body, c }) =>
    change(viewer, c, { type: 'tick_roll_back_step', ...body }),
  );

  mount(app, 'confirmResolution', asTeomaster, ({ viewer, c }) => change(viewer, c, { type: 'confirm' }));

  mount(app, 'cancelTicket', asTeomaster, ({ viewer, body, c }) =>
    change(viewer, c, { type: 'cancel', reason: body.reason }),
  );

  mount(app, 'reopenTicket', asTeomaster, ({ viewer, body, c }) =>
    change(viewer, c, { type: 'reopen', reason: body.reason }),
  );
}

function idempotencyKey(c: Context): string {
  const key = c.req.header('idempotency-key')?.trim() ?? '';
  if (!/^[\x21-\x7e]{8,128}$/.test(key)) throw new ProblemError('idempotency-key-missing');
  return key;
}

function fileIdsIn(answer: string | string[] | { files: string[] }): string[] {
  return typeof answer === 'object' && !Array.isArray(answer) ? answer.files : [];
}
