import { type ArticleCommand, usualReviewDue } from '@teo-support/core';
import type { StaffFaqArticle } from '@teo-support/core/contract';
import { eq } from 'drizzle-orm';
import type { Context, Hono } from 'hono';
import { type CommandCall, expectedVersions, mount, once, ProblemError } from '../http/index.js';
import { callerOf, type Identity, type StaffViewer } from '../identity/index.js';
import type { Database } from '../storage/index.js';
import { type Moment, tickets } from '../tickets/index.js';
import { listArticles } from './article-list.js';
import { staffView } from './article-views.js';
import { changeArticle, readArticleEvents } from './articles.js';
import { closeGap, listGaps } from './gaps.js';
import { readTicketSearches } from './searches.js';
import { readSynonyms, setSynonyms } from './synonyms.js';

/** The FAQ for the team that writes it. */
export function faqStaffRoutes(app: Hono, db: Database, moment: () => Moment, { asStaff }: Identity): void {
  const shown = (c: Context, article: StaffFaqArticle): StaffFaqArticle => {
    c.header('etag', `"${article.version}"`);
    return article;
  };
  const change = async (call: CommandCall<StaffViewer>, id: string, command: ArticleCommand) => {
    const { viewer, intention, c } = call;
    const { now } = moment();
    const view = await db.write((tx) =>
      once(tx, {
        caller: callerOf(viewer),
        intention: intention(),
        now,
        async first() {
          const { actor } = viewer;
          const { version } = await changeArticle(tx, {
            id,
            command,
            actor,
            now,
            expected: expectedVersions(c),
          });
          const result = await staffView(tx, id, await readArticleEvents(tx, id));
          return { outcome: { id, version }, result };
        },
        again: async ({ version }) => staffView(tx, id, (await readArticleEvents(tx, id)).slice(0, version)),
      }),
    );
    return shown(c, view);
  };

  mount(app, 'listStaffFaqArticles', asStaff, ({ query }) => listArticles(db.read, query, moment().now));

  mount(app, 'getStaffFaqArticle', asStaff, async ({ param, c }) => {
    const id = param('articleId');
    return shown(c, await staffView(db.read, id, await readArticleEvents(db.read, id)));
  });

  mount(app, 'draftFaqArticle', asStaff, (call) => {
    const { id, ...content } = call.body;
    return change(call, id, { type: 'draft', content });
  });

  mount(app, 'reviseFaqArticle', asStaff, (call) =>
    change(call, call.param('articleId'), { type: 'revise', content: call.body }),
  );

  mount(app, 'reviewFaqArticle', asStaff, (call) =>
    change(call, call.param('articleId'), { type: 'review', ...call.body }),
  );

  mount(app, 'publishFaqArticle', asStaff, (call) => {
    const { reviewDue } = call.body;
    return change(call, call.param('articleId'), {
      type: 'publish',
      reviewDue: reviewDue === undefined ? usualReviewDue(moment().now) : Date.parse(reviewDue),
    });
  });

  mount(app, 'withdrawFaqArticle', asStaff, (call) =>
    change(call, call.param('articleId'), { type: 'withdraw', ...call.body }),
  );

  mount(app, 'getFaqSynonyms', asStaff, async ({ c }) => {
    const synonyms = await readSynonyms(db.read);
    c.header('etag', `"${synonyms.version}"`);
    return synonyms;
  });

  mount(app, 'setFaqSynonyms', asStaff, async ({ viewer, body, c }) => {
    const { actor } = viewer;
    const { groups } = body;
    const expected = expectedVersions(c);
    const synonyms = await db.write((tx) => setSynonyms(tx, { groups, actor, now: moment().now, expected }));
    c.header('etag', `"${synonyms.version}"`);
    return synonyms;
  });

  mount(app, 'listFaqGaps', asStaff, ({ query }) => listGaps(db.read, query));

  mount(app, 'closeFaqGap', asStaff, ({ viewer, param, body }) =>
    db.write((tx) => closeGap(tx, param('gapId'), body.article, { actor: viewer.actor, now: moment().now })),
  );

  mount(app, 'listTicketFaqSearches', asStaff, async ({ param }) => {
    const id = param('ticketId');
    if ((await db.read.$count(tickets, eq(tickets.id, id))) === 0) throw new ProblemError('not-found');
    return readTicketSearches(db.read, id);
  });
}
