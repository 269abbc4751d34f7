import { type ArticleCommand, issue, usualReviewDue } from '@teo-support/core';
import type { StaffFaqArticle } from '@teo-support/core/contract';
import { eq } from 'drizzle-orm';
import type { Context, Hono } from 'hono';
import {
  type CommandCall,
  expectedVersions,
  mount,
  once,
  ProblemError,
  RejectionError,
} from '../http/index.js';
import { callerOf, type Identity, type StaffViewer } from '../identity/index.js';
import type { Database, Reader } from '../storage/index.js';
import { type Moment, tickets } from '../tickets/index.js';
import { listArticles } from './article-list.js';
import { staffView } from './article-views.js';
import { changeArticle, readArticleEvents } from './articles.js';
import { listEmptySearches } from './empty-searches.js';
import { draftArticleFromTicket, readArticlesOf, readMasks } from './from-ticket.js';
import { closeGap, hasGap, listGaps } from './gaps.js';
import { afterPublication } from './publication.js';
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
          const expected = expectedVersions(c);
          const article = await changeArticle(tx, { id, command, actor, now, expected });
          if (command.type === 'publish') await afterPublication(tx, article, { actor, now });
          const { version } = article;
          const outcome = { id, version };
          return { outcome, result: await shownAt(tx, outcome) };
        },
        again: (outcome) => shownAt(tx, outcome),
      }),
    );
    return shown(c, view);
  };

  mount(app, 'listStaffFaqArticles', asStaff, ({ query }) => listArticles(db.read, query, moment().now));

  mount(app, 'getStaffFaqArticle', asStaff, async ({ param, c }) => {
    const id = param('articleId');
    return shown(c, await staffView(db.read, id, await readArticleEvents(db.read, id)));
  });

  mount(app, 'draftFaqArticle', asStaff, async (call) => {
    const { id, gap, ...content } = call.body;
    if (gap !== null && !(await hasGap(db.read, gap))) {
      const issues = [issue(['gap'], 'not_an_option')];
      throw new RejectionError({ code: 'fields_invalid', issues }, '');
    }
    return change(call, id, {
      type: 'draft',
      content,
      origin: gap === null ? null : { kind: 'gap', gap },
    });
  });

  mount(app, 'reviseFaqArticle', asStaff, (call) =>
    change(call, call.param('articleId'), { type: 'revise', content: call.body }),
  );

  mount(app, 'submitFaqArticle', asStaff, (call) =>
    change(call, call.param('articleId'), { type: 'submit' }),
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

  mount(app, 'getFaqMasks', asStaff, ({ param }) => readMasks(db.read, param('articleId')));

  mount(app, 'draftFaqArticleFromTicket', asStaff, async ({ viewer, intention, param, c }) => {
    const { now } = moment();
    const view = await db.write((tx) =>
      once(tx, {
        caller: callerOf(viewer),
        intention: intention(),
        now,
        async first() {
          const outcome = await draftArticleFromTicket(tx, viewer, param('ticketId'), now);
          return { outcome, result: await shownAt(tx, outcome) };
        },
        again: (outcome) => shownAt(tx, outcome),
      }),
    );
    return shown(c, view);
  });

  mount(app, 'listTicketFaqArticles', asStaff, async ({ param }) => {
    const id = param('ticketId');
    await requireTicket(db.read, id);
    return readArticlesOf(db.read, id);
  });

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

  mount(app, 'listFaqEmptySearches', asStaff, ({ query }) => listEmptySearches(db.read, query));

  mount(app, 'listTicketFaqSearches', asStaff, async ({ param }) => {
    const id = param('ticketId');
    await requireTicket(db.read, id);
    return readTicketSearches(db.read, id);
  });
}

/** An article as it stood after so many of its events. */
async function shownAt(
  reader: Reader,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<StaffFaqArticle> {
  return staffView(reader, id, (await readArticleEvents(reader, id)).slice(0, version));
}

async function requireTicket(reader: Reader, id: string): Promise<void> {
  if ((await reader.$count(tickets, eq(tickets.id, id))) === 0) throw new ProblemError('not-found');
}
