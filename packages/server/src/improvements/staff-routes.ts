import type { StaffImprovement, StaffReview } from '@teo-support/core/contract';
import type { Hono } from 'hono';
import { v7 as uuid } from 'uuid';
import { type CommandCall, expectedVersions, mount, once } from '../http/index.js';
import { callerOf, type Identity, type StaffViewer } from '../identity/index.js';
import type { Database } from '../storage/index.js';
import type { Moment } from '../tickets/index.js';
import { readComment } from './comment-views.js';
import { staffDetail } from './detail.js';
import { listForStaff } from './lists.js';
import { monthIn, shown } from './requester-routes.js';
import { type AskedCommand, changeRequest } from './requests.js';
import { listForTeam, readForTeam } from './review-views.js';
import { type AskedReviewCommand, changeReview } from './reviews.js';
import { findSimilarTo } from './similar.js';
import { staffSummariesOf } from './summaries.js';

/** The forum for the team: answers, merges, moderation, and the review of each month. */
export function forumStaffRoutes(app: Hono, db: Database, moment: () => Moment, { asStaff }: Identity): void {
  const now = () => moment().now;

  const changeOne = async (
    call: CommandCall<StaffViewer>,
    command: AskedCommand,
    result: string = call.param('improvementId'),
  ): Promise<string> => {
    const { viewer, param, intention, c } = call;
    const time = now();
    return db.write((tx) =>
      once(tx, {
        caller: callerOf(viewer),
        intention: intention(),
        now: time,
        async first() {
          const { version } = await changeRequest(tx, {
            id: param('improvementId'),
            command,
            actor: viewer.actor,
            now: time,
            policy: moment().policies.current,
            expected: expectedVersions(c),
          });
          return { outcome: { id: result, version }, result };
        },
        again: async (earlier) => earlier.id,
      }),
    );
  };
  const change = async (call: CommandCall<StaffViewer>, command: AskedCommand): Promise<StaffImprovement> => {
    const id = await changeOne(call, command);
    return shown(call.c, await staffDetail(db.read, call.viewer, id, now()));
  };
  const review = async (
    call: Pick<CommandCall<StaffViewer>, 'viewer' | 'param' | 'intention' | 'c'>,
    command: AskedReviewCommand,
  ): Promise<StaffReview> => {
    const { viewer, param, intention, c } = call;
    const month = monthIn(param);
    const time = now();
    await db.write((tx) =>
      once(tx, {
        caller: callerOf(viewer),
        intention: intention(),
        now: time,
        async first() {
          const { version } = await changeReview(tx, {
            month,
            command,
            actor: viewer.actor,
            now: time,
            policy: moment().policies.current,
            expected: expectedVersions(c),
          });
          return { outcome: { id: month, version }, result: true };
        },
        again: async () => true,
      }),
    );
    return shown(c, await readForTeam(db.read, viewer, month, time));
  };

  mount(app, 'listStaffImprovements', asStaff, async ({ viewer, query }) => {
    const { rows, ...page } = await listForStaff(db.read, viewer, query, now());
    return { items: await staffSummariesOf(db.read, viewer, rows, now()), ...page };
  });

  mount(app, 'getStaffImprovement', asStaff, async ({ viewer, param, c }) =>
    shown(c, await staffDetail(db.read, viewer, param('improvementId'), now())),
  );

  mount(app, 'listSimilarImprovements', asStaff, ({ viewer, param, query }) =>
    findSimilarTo(db.read, viewer, param('improvementId'), query.limit, now()),
  );

  mount(app, 'answerImprovement', asStaff, async (call) => {
    const commentId = uuid();
    const id = await changeOne(call, { type: 'answer', commentId, text: call.body.text }, commentId);
    return readComment(db.read, call.viewer, id);
  });

  mount(app, 'mergeImprovement', asStaff, (call) => change(call, { type: 'merge', into: call.body.into }));
  mount(app, 'unmergeImprovement', asStaff, (call) => change(call, { type: 'unmerge' }));
  mount(app, 'moderateImprovement', asStaff, (call) => {
    const { act: type, reason } = call.body;
    return change(call, { type, commentId: null, reason });
  });
  mount(app, 'moderateImprovementComment', asStaff, (call) => {
    const { act: type, reason } = call.body;
    return change(call, { type, commentId: call.param('commentId'), reason });
  });
  mount(app, 'recordImplementation', asStaff, (call) =>
    change(call, { type: 'record_implementation', ...call.body }),
  );

  mount(app, 'listStaffReviews', asStaff, () => listForTeam(db.read));
  mount(app, 'getStaffReview', asStaff, async ({ viewer, param, c }) =>
    shown(c, await readForTeam(db.read, viewer, monthIn(param), now())),
  );
  mount(app, 'draftDecision', asStaff, (call) =>
    review(call, { type: 'draft_decision', requestId: call.param('improvementId'), ...call.body }),
  );
  mount(app, 'withdrawDraftDecision', asStaff, (call) =>
    review(call, { type: 'withdraw_draft', requestId: call.param('improvementId') }),
  );
  mount(app, 'remarkOnDecision', asStaff, (call) =>
    review(call, { type: 'remark', requestId: call.param('improvementId'), text: call.body.text }),
  );
  mount(app, 'publishReview', asStaff, (call) => review(call, { type: 'publish' }));
}
