import {
  type EnrolmentCommand,
  managedRegisters,
  type RegisterContext,
  type TrainingCommand,
  type TrialCommand,
} from '@teo-support/core';
import type { Context, Hono } from 'hono';
import {
  changeEnrolment,
  changeTraining,
  changeTrial,
  readChanges,
  readTrials,
} from '../entitlements/index.js';
import { expectedVersions, mount } from '../http/index.js';
import type { Identity, StaffViewer } from '../identity/index.js';
import type { Database } from '../storage/index.js';
import type { Moment } from '../tickets/index.js';
import { decodePosition } from './place.js';
import { listOrganizations, readOrganization, requireOrganization } from './queries.js';

/** The client organizations for the team, and the registers of what their tickets may be linked to. */
export function organizationRoutes(
  app: Hono,
  db: Database,
  moment: () => Moment,
  { asStaff }: Identity,
): void {
  const contextOf = ({ actor }: StaffViewer): RegisterContext => {
    const { now, policies } = moment();
    return { actor, now, policy: policies.current };
  };
  const shown = <T extends { readonly version: number }>(c: Context, changed: T): T => {
    c.header('etag', `"${changed.version}"`);
    return changed;
  };
  const training = (viewer: StaffViewer, c: Context, trainingId: string, command: TrainingCommand) =>
    db.write(async (tx) => {
      const organizationId = c.req.param('organizationId') ?? '';
      await requireOrganization(tx, organizationId);
      const context = contextOf(viewer);
      const change = { organizationId, trainingId, command, context, expected: expectedVersions(c) };
      return shown(c, await changeTraining(tx, change));
    });
  const trial = (viewer: StaffViewer, c: Context, trialId: string, command: TrialCommand) =>
    db.write(async (tx) => {
      const context = contextOf(viewer);
      return shown(c, await changeTrial(tx, { trialId, command, context, expected: expectedVersions(c) }));
    });
  const enrolment = (viewer: StaffViewer, c: Context, trialId: string, command: EnrolmentCommand) =>
    db.write(async (tx) => {
      const organizationId = c.req.param('organizationId') ?? '';
      await requireOrganization(tx, organizationId);
      const context = contextOf(viewer);
      const change = { organizationId, trialId, command, context, expected: expectedVersions(c) };
      return shown(c, await changeEnrolment(tx, change));
    });

  mount(app, 'listOrganizations', asStaff, ({ query }) => listOrganizations(db.read, query));

  mount(app, 'getOrganization', asStaff, async ({ viewer, param }) => ({
    ...(await readOrganization(db.read, param('organizationId'))),
    possible: managedRegisters(viewer.actor),
  }));

  mount(app, 'listOrganizationChanges', asStaff, async ({ param, query }) => {
    await requireOrganization(db.read, param('organizationId'));
    const before = query.cursor === undefined ? null : decodePosition(query.cursor);
    const page = await readChanges(db.read, param('organizationId'), { limit: query.limit, before });
    const { items, total, next } = page;
    return { items, total, nextCursor: next === null ? null : String(next) };
  });

  mount(app, 'recordTraining', asStaff, ({ viewer, body: { id, ...words }, c }) =>
    training(viewer, c, id, { type: 'record', ...words }),
  );

  mount(app, 'correctTraining', asStaff, ({ viewer, param, body, c }) =>
    training(viewer, c, param('trainingId'), { type: 'correct', ...body }),
  );

  mount(app, 'withdrawTraining', asStaff, ({ viewer, param, body, c }) =>
    training(viewer, c, param('trainingId'), { type: 'withdraw', reason: body.reason }),
  );

  mount(app, 'enrolOrganization', asStaff, ({ viewer, body, c }) =>
    enrolment(viewer, c, body.trial, { type: 'enrol' }),
  );

  mount(app, 'endEnrolment', asStaff, ({ viewer, param, c }) =>
    enrolment(viewer, c, param('trialId'), { type: 'end_enrolment' }),
  );

  mount(app, 'listTrials', asStaff, async ({ viewer }) => ({
    trials: await readTrials(db.read),
    possible: managedRegisters(viewer.actor),
  }));

  mount(app, 'defineTrial', asStaff, ({ viewer, body, c }) =>
    trial(viewer, c, body.id, { type: 'define', name: body.name }),
  );

  mount(app, 'renameTrial', asStaff, ({ viewer, param, body, c }) =>
    trial(viewer, c, param('trialId'), { type: 'rename', name: body.name }),
  );

  mount(app, 'endTrial', asStaff, ({ viewer, param, c }) =>
    trial(viewer, c, param('trialId'), { type: 'end' }),
  );
}
