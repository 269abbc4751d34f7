import {
  type Article,
  type ArticleContent,
  type ArticleEdition,
  type ArticleEvent,
  type ArticleOrigin,
  type FaqLanguage,
  formatReference,
  parseBody,
  textIn,
} from '@teo-support/core';
import type { FaqArticleView, FaqReference, StaffFaqArticle } from '@teo-support/core/contract';
import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { ProblemError } from '../http/index.js';
import type { Viewer } from '../identity/index.js';
import { type Names, readNames } from '../people/index.js';
import type { Reader } from '../storage/index.js';
import { tickets } from '../tickets/index.js';
import { summaryOf } from './article-list.js';
import { lifeOf } from './articles.js';
import { faqArticles, faqRatings, faqSearches, faqShown } from './tables.js';
import { readTyped } from './typed.js';

/** An article as it is read. What was never published is nobody's business yet: a 404. */
export async function readerView(
  reader: Reader,
  viewer: Viewer,
  article: Article,
  language: FaqLanguage,
): Promise<FaqArticleView> {
  const { published, withdrawn, draft } = article;
  const content = published?.content ?? (withdrawn === null ? undefined : draft?.content);
  if (content === undefined) throw new ProblemError('not-found');
  const text = textIn(content, language);
  const inLanguage = language === 'en' && content.en !== null ? 'en' : 'fr';
  const replacement = published === null ? (withdrawn?.replacedBy ?? null) : null;
  const others = await readable(
    reader,
    [...content.related, ...(replacement === null ? [] : [replacement])],
    language,
  );
  return {
    id: article.id,
    state: published === null ? 'withdrawn' : 'published',
    language: inLanguage,
    title: text.title,
    body: published === null ? [] : parseBody(text.body),
    modules: [...content.modules],
    ticketTypes: [...content.ticketTypes],
    related: content.related.flatMap((id) => others.get(id) ?? []),
    replacedBy: replacement === null ? null : (others.get(replacement) ?? null),
    publishedAt: published === null ? null : new Date(published.publishedAt).toISOString(),
    helpful: viewer.kind === 'teomaster' ? await ratingOf(reader, article.id, viewer.actor.id) : null,
  };
}

/** Of some ids the articles that can be read, by their titles. */
async function readable(
  reader: Reader,
  ids: readonly string[],
  language: FaqLanguage,
): Promise<ReadonlyMap<string, FaqReference>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({ article: faqArticles.article })
    .from(faqArticles)
    .where(and(inArray(faqArticles.id, [...ids]), eq(faqArticles.state, 'published')));
  return new Map(
    rows.flatMap(({ article: { id, published } }) =>
      published === null ? [] : [[id, { id, title: textIn(published.content, language).title }]],
    ),
  );
}

async function ratingOf(reader: Reader, articleId: string, teomasterId: string): Promise<boolean | null> {
  const [row] = await reader
    .select({ helpful: faqRatings.helpful })
    .from(faqRatings)
    .where(and(eq(faqRatings.articleId, articleId), eq(faqRatings.teomasterId, teomasterId)));
  return row?.helpful ?? null;
}

/** An article as the team sees it, at the end of its history. */
export async function staffView(
  reader: Reader,
  id: string,
  events: readonly ArticleEvent[],
): Promise<StaffFaqArticle> {
  const life = lifeOf(id, events);
  const article = life.at(-1);
  if (article === undefined) throw new ProblemError('not-found');
  const { draft, published, withdrawn } = article;
  const editions = new Map(
    life.flatMap((one) => (one.published === null ? [] : [[one.editions, one.published]])),
  );
  const names = await readNames(reader, {
    teomasters: [],
    staff: events.flatMap(({ by }) => (by.kind === 'staff' ? [by.id] : [])),
    organizations: [],
  });
  return {
    ...summaryOf(article),
    origin: await originView(reader, article.origin),
    draft:
      draft === null
        ? null
        : {
            content: contentView(draft.content),
            authors: draft.authors.map((author) => names.staff(author)),
            submittedAt: draft.submittedAt === null ? null : new Date(draft.submittedAt).toISOString(),
            review:
              draft.review === null
                ? null
                : {
                    verdict: draft.review.verdict,
                    comment: draft.review.comment,
                    by: names.staff(draft.review.by),
                    at: new Date(draft.review.at).toISOString(),
                  },
            changedAt: new Date(draft.changedAt).toISOString(),
          },
    published: published === null ? null : editionView(published, names),
    editions: [...editions.values()].reverse().map((edition) => editionView(edition, names)),
    withdrawn:
      withdrawn === null
        ? null
        : {
            reason: withdrawn.reason,
            replacedBy: withdrawn.replacedBy,
            at: new Date(withdrawn.at).toISOString(),
          },
    figures: await figuresOf(reader, id),
  };
}

async function originView(reader: Reader, origin: ArticleOrigin | null): Promise<StaffFaqArticle['origin']> {
  if (origin === null) return null;
  if (origin.kind === 'gap') {
    const { queries } = await readTyped(reader, eq(faqSearches.gap, origin.gap));
    return { ...origin, query: queries[0] ?? '' };
  }
  const [ticket] = await reader
    .select({ id: tickets.id, number: tickets.number, subject: tickets.subject })
    .from(tickets)
    .where(eq(tickets.id, origin.ticketId));
  if (ticket === undefined) throw new Error('An article comes from a ticket that does not exist.');
  const { id, number, subject } = ticket;
  return { kind: 'ticket', ticket: { id, reference: formatReference(number), subject } };
}

async function figuresOf(reader: Reader, id: string): Promise<StaffFaqArticle['figures']> {
  const [shown] = await reader
    .select({
      shown: count(),
      opened: sql<number>`coalesce(sum(${faqShown.opened}), 0)`,
      solved: sql<number>`coalesce(sum(${faqShown.solved}), 0)`,
    })
    .from(faqShown)
    .where(eq(faqShown.articleId, id));
  const [rated] = await reader
    .select({ all: count(), helpful: sql<number>`coalesce(sum(${faqRatings.helpful}), 0)` })
    .from(faqRatings)
    .where(eq(faqRatings.articleId, id));
  const helpful = rated?.helpful ?? 0;
  return {
    shown: shown?.shown ?? 0,
    opened: shown?.opened ?? 0,
    solved: shown?.solved ?? 0,
    helpful,
    notHelpful: (rated?.all ?? 0) - helpful,
  };
}

function editionView(edition: ArticleEdition, names: Names): StaffFaqArticle['editions'][number] {
  return {
    edition: edition.edition,
    content: contentView(edition.content),
    authors: edition.authors.map((author) => names.staff(author)),
    reviewer: names.staff(edition.reviewer),
    publishedAt: new Date(edition.publishedAt).toISOString(),
    reviewDue: new Date(edition.reviewDue).toISOString(),
  };
}

function contentView({
  fr,
  en,
  modules,
  ticketTypes,
  related,
  harmless,
}: ArticleContent): StaffFaqArticle['editions'][number]['content'] {
  const text = ({ title, variants, keywords, body }: ArticleContent['fr']) => ({
    title,
    variants: [...variants],
    keywords: [...keywords],
    body,
  });
  return {
    fr: text(fr),
    en: en === null ? null : text(en),
    modules: [...modules],
    ticketTypes: [...ticketTypes],
    related: [...related],
    harmless: [...harmless],
  };
}
