import type { StaffId } from '../../people/ids.js';
import type { Article, ArticleDraft } from './article.js';
import type { ArticleEvent } from './events.js';

/** The article after one more event. Pure and total; an event that does not fit changes nothing but the count. */
export function evolveArticle(id: string, article: Article | null, event: ArticleEvent): Article {
  const before: Article = article ?? { id, ...blank, changedAt: event.at };
  const after = { ...before, changedAt: event.at, version: before.version + 1 };
  switch (event.type) {
    case 'article.drafted':
    case 'article.revised': {
      const authors = before.draft?.authors ?? [];
      const draft: ArticleDraft = {
        content: event.content,
        authors: event.by.kind === 'staff' ? withAuthor(authors, event.by.id) : authors,
        submittedAt: null,
        review: null,
        changedAt: event.at,
      };
      const origin = event.type === 'article.drafted' ? event.origin : before.origin;
      return { ...after, origin, draft };
    }
    case 'article.submitted':
      if (before.draft === null) return after;
      return { ...after, draft: { ...before.draft, submittedAt: event.at, review: null } };
    case 'article.reviewed': {
      const { verdict, comment, by, at } = event;
      if (before.draft === null || by.kind !== 'staff') return after;
      return { ...after, draft: { ...before.draft, review: { verdict, comment, by: by.id, at } } };
    }
    case 'article.published': {
      const { draft } = before;
      if (draft === null || draft.review === null) return after;
      const edition = before.editions + 1;
      return {
        ...after,
        draft: null,
        editions: edition,
        withdrawn: null,
        published: {
          edition,
          content: draft.content,
          authors: draft.authors,
          reviewer: draft.review.by,
          publishedAt: event.at,
          reviewDue: event.reviewDue,
        },
      };
    }
    case 'article.withdrawn': {
      const { reason, replacedBy, at } = event;
      // What was published is where one goes on from when it is to come back.
      const draft = before.draft ?? draftOf(before, at);
      return { ...after, draft, published: null, withdrawn: { reason, replacedBy, at } };
    }
  }
}

const blank = {
  origin: null,
  draft: null,
  published: null,
  withdrawn: null,
  editions: 0,
  version: 0,
} as const;

function withAuthor(authors: readonly StaffId[], author: StaffId): readonly StaffId[] {
  return authors.includes(author) ? authors : [...authors, author];
}

function draftOf({ published }: Article, changedAt: number): ArticleDraft | null {
  if (published === null) return null;
  return {
    content: published.content,
    authors: published.authors,
    submittedAt: null,
    review: null,
    changedAt,
  };
}
