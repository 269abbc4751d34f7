import type { SupportCommand } from '@teo-support/core';
import type { ImprovementSupport } from '@teo-support/core/contract';
import type { Context, Hono } from 'hono';
import { v7 as uuid } from 'uuid';
import { type CommandCall, mount, once, ProblemError } from '../http/index.js';
import { callerOf, type Identity, type TeomasterViewer } from '../identity/index.js';
import { type Database, sha256 } from '../storage/index.js';
import type { Moment } from '../tickets/index.js';
import { listComments, readComment } from './comment-views.js';
import { readRow, requesterDetail } from './detail.js';
import { listForRequester } from './lists.js';
import { markRead, readNotices } from './notices.js';
import { allowComment, allowSubmission } from './posting-limits.js';
import { changeRequest, submitRequest } from './requests.js';
import { listPublished, readPublished } from './review-views.js';
import { monthNamed } from './reviews.js';
import { readRoadmap } from './roadmap.js';
import { findSimilar } from './similar.js';
import { readStanding } from './standing.js';
import { summariesOf } from './summaries.js';
import { changeSupport } from './support.js';

/** The forum for téomasters: each route turns a request into a command, or reads what they may see. */
export function forumRequesterRoutes(
  app: Hono,
  db: Database,
  moment: () => Moment,
  { asRequester, asTeomaster, asSignedIn }: Identity,
): void {
  const now = () => moment().now;

  mount(app, 'listImprovements', asRequester, async ({ viewer, query }) => {
    const { rows, ...page } = await listForRequester(db.read, viewer, query, now());
    return { items: await summariesOf(db.read, viewer, rows, now()), ...page };
  });

  mount(app, 'findSimilarImprovements', asRequester, ({ viewer, query }) =>
    findSimilar(db.read, viewer, query, now()),
  );

  mount(app, 'submitImprovement', asTeomaster, async ({ viewer, body, intention, c }) => {
    const time = now();
    const id = await db.write((tx) =>
      once(tx, {
        caller: callerOf(viewer),
        intention: intention(),
        now: time,
        async first() {
          const { actor } = viewer;
          await allowSubmission(tx, actor.id, time);
          const made = { id: uuid(), actor, now: time, policy: moment().policies.current, parts: body };
          const { id, version } = await submitRequest(tx, made);
          return { outcome: { id, version }, result: id };
        },
        again: async (earlier) => earlier.id,
      }),
    );
    return shown(c, await requesterDetail(db.read, viewer, id, time));
  });

  mount(app, 'getImprovement', asRequester, async ({ viewer, param, c }) =>
    shown(c, await requesterDetail(db.read, viewer, param('improvementId'), now())),
  );

  mount(app, 'listImprovementComments', asSignedIn, ({ viewer, param, query }) =>
    listComments(db.read, viewer, param('improvementId'), query),
  );

  mount(app, 'commentOnImprovement', asTeomaster, async ({ viewer, param, body, intention }) => {
    const time = now();
    const id = await db.write((tx) =>
      once(tx, {
        caller: callerOf(viewer),
        intention: intention(),
        now: time,
        async first() {
          const { actor } = viewer;
          await readRow(tx, viewer, param('improvementId'));
          await allowComment(tx, actor.id, time);
          const commentId = uuid();
          await changeRequest(tx, {
            id: param('improvementId'),
            command: { type: 'comment', commentId, text: body.text },
            actor,
            now: time,
            policy: moment().policies.current,
            expected: null,
          });
          return { outcome: { id: commentId, version: 0 }, result: commentId };
        },
        again: async (earlier) => earlier.id,
      }),
    );
    return readComment(db.read, viewer, id);
  });

  const support = async (call: Supporting, command: SupportCommand): Promise<ImprovementSupport> => {
    const { viewer, param } = call;
    const id = param('improvementId');
    await db.write((tx) => changeSupport(tx, { id, command, actor: viewer.actor, now: now() }));
    const { number, votes, organizations } = await readRow(db.read, viewer, id);
    return { votes, organizations, ...(await readStanding(db.read, viewer, [number]))(number) };
  };
  mount(app, 'voteForImprovement', asTeomaster, (call) => support(call, { type: 'vote' }));
  mount(app, 'withdrawImprovementVote', asTeomaster, (call) => support(call, { type: 'withdraw_vote' }));
  mount(app, 'followImprovement', asTeomaster, (call) => support(call, { type: 'follow' }));
  mount(app, 'unfollowImprovement', asTeomaster, (call) => support(call, { type: 'unfollow' }));
  mount(app, 'sayWhetherImprovementFits', asTeomaster, async (call) => {
    await support(call, { type: 'say_whether_it_fits', ...call.body });
    return undefined;
  });

  mount(app, 'getRoadmap', asRequester, ({ viewer, query }) => readRoadmap(db.read, viewer, query, now()));
  mount(app, 'listPublishedReviews', asRequester, () => listPublished(db.read));
  mount(app, 'getPublishedReview', asRequester, ({ viewer, param }) =>
    readPublished(db.read, viewer, monthIn(param), now()),
  );

  mount(app, 'listImprovementNotices', asTeomaster, ({ viewer }) => readNotices(db.read, viewer));
  mount(app, 'readImprovementNotice', asTeomaster, async ({ viewer, param }) => {
    const month = monthIn(param);
    if (!(await db.write((tx) => markRead(tx, viewer, month, now())))) throw new ProblemError('not-found');
    return undefined;
  });
}

type Supporting = Pick<CommandCall<TeomasterViewer>, 'viewer' | 'param'>;

/** The month that an address names. */
export function monthIn(param: (name: string) => string) {
  const month = monthNamed(param('month'));
  if (month === null) throw new ProblemError('not-found');
  return month;
}

/** What is shown, under a tag that begins with the version of the request: what `If-Match` and `If-None-Match` send back. */
export function shown<T extends { readonly version: number }>(c: Context, view: T): T {
  c.header('etag', `"${view.version}.${sha256(JSON.stringify(view)).slice(0, 16)}"`);
  return view;
}
