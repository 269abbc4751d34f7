import type { FaqArticleView } from '@teo-support/core/contract';
import type { Hono } from 'hono';
import { localeOf, mount, once, ProblemError } from '../http/index.js';
import { callerOf, type Identity } from '../identity/index.js';
import { type Database, sha256 } from '../storage/index.js';
import { readerView } from './article-views.js';
import { findArticle } from './articles.js';
import { markSeen, readNotices } from './notices.js';
import type { PublishedFaq } from './published-faq.js';
import { recordSearch } from './searches.js';
import { faqRatings } from './tables.js';

/** The FAQ for those who search it. */
export function faqReaderRoutes(
  app: Hono,
  db: Database,
  faq: PublishedFaq,
  now: () => number,
  { asSignedIn, asTeomaster }: Identity,
): void {
  mount(app, 'searchFaq', asSignedIn, async ({ query, c }) => {
    const { q, module, limit, language = localeOf(c.req.header('accept-language')) } = query;
    return faq.search(language, { typed: q, module, limit });
  });

  mount(app, 'getFaqArticle', asSignedIn, async ({ viewer, param, query, c }) => {
    const language = query.language ?? localeOf(c.req.header('accept-language'));
    const article = await findArticle(db.lookUp, param('articleId'));
    if (article === null) throw new ProblemError('not-found');
    const shown = await readerView(db.read, viewer, article, language);
    c.header('etag', etagOf(shown));
    c.header('content-language', shown.language);
    return shown;
  });

  mount(app, 'recordFaqSearch', asTeomaster, ({ viewer, body, intention }) =>
    db.write((tx) =>
      once(tx, {
        caller: callerOf(viewer),
        intention: intention(),
        now: now(),
        async first() {
          const id = await recordSearch(tx, viewer, body, now());
          return { outcome: { id, version: 0 }, result: { id } };
        },
        again: async ({ id }) => ({ id }),
      }),
    ),
  );

  mount(app, 'rateFaqArticle', asTeomaster, async ({ viewer, body, param }) => {
    const articleId = param('articleId');
    await db.write(async (tx) => {
      const article = await findArticle(tx, articleId);
      if (article?.published == null) throw new ProblemError('not-found');
      const rating = { helpful: body.helpful, at: now() };
      await tx
        .insert(faqRatings)
        .values({ articleId, teomasterId: viewer.actor.id, ...rating })
        .onConflictDoUpdate({ target: [faqRatings.articleId, faqRatings.teomasterId], set: rating });
    });
    return undefined;
  });

  mount(app, 'listFaqNotices', asTeomaster, ({ viewer, c }) =>
    readNotices(db.read, viewer, localeOf(c.req.header('accept-language'))),
  );

  mount(app, 'markFaqNoticeSeen', asTeomaster, async ({ viewer, param }) => {
    await db.write((tx) => markSeen(tx, viewer, param('noticeId'), now()));
    return undefined;
  });
}

function etagOf(shown: FaqArticleView): string {
  return `"${sha256(JSON.stringify(shown)).slice(0, 16)}"`;
}
