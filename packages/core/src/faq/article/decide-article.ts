import { canonicalJson, type Json } from '../../evidence/canonical-json.js';
import { type Actor, refOf } from '../../people/actor.js';
import type { Instant } from '../../service-level/policy.js';
import { type FieldIssue, issue } from '../../ticket-types/field-issue.js';
import type { Article, ArticleContent, reviewVerdicts } from './article.js';
import { checkContent } from './check-content.js';
import type { ArticleEvent } from './events.js';
import type { ArticleRejection } from './rejection.js';

export type ArticleCommand =
  | { readonly type: 'draft'; readonly content: ArticleContent }
  | { readonly type: 'revise'; readonly content: ArticleContent }
  | {
      readonly type: 'review';
      readonly verdict: (typeof reviewVerdicts)[number];
      readonly comment: string;
    }
  | { readonly type: 'publish'; readonly reviewDue: Instant }
  | { readonly type: 'withdraw'; readonly reason: string; readonly replacedBy: string | null };

export interface ArticleContext {
  readonly actor: Actor;
  readonly now: Instant;
  /** The id of the article that the command is for. */
  readonly id: string;
  /** Whether there is an article of an id. */
  readonly exists: (id: string) => boolean;
}

export type ArticleDecision =
  /** No events: what was asked for stands already. */
  | { readonly ok: true; readonly events: readonly ArticleEvent[] }
  | { readonly ok: false; readonly rejection: ArticleRejection };

/** As long as a reason or a comment may be, in UTF-16 code units. */
const longestRemark = 2000;

/**
 * How an article changes: it is drafted, reviewed by a second person, published, and one day withdrawn. What is
 * published stands until the next edition is, whatever is being written.
 */
export function decideArticle(
  article: Article | null,
  command: ArticleCommand,
  context: ArticleContext,
): ArticleDecision {
  const { actor, now, id, exists } = context;
  if (actor.kind !== 'staff') return refuse({ code: 'staff_only' });
  const stamp = { at: now, by: refOf(actor) };
  if (command.type === 'draft') {
    if (article !== null) {
      return same(article.draft?.content, command.content)
        ? accept()
        : refuseFields([issue(['id'], 'already_used')]);
    }
    const issues = checkContent(id, command.content, exists);
    if (issues.length > 0) return refuseFields(issues);
    return accept({ type: 'article.drafted', content: command.content, ...stamp });
  }
  if (article === null) return refuse({ code: 'article_missing' });
  const { draft, published } = article;
  switch (command.type) {
    case 'revise': {
      const issues = checkContent(id, command.content, exists);
      if (issues.length > 0) return refuseFields(issues);
      if (same(draft?.content ?? published?.content, command.content)) return accept();
      return accept({ type: 'article.revised', content: command.content, ...stamp });
    }
    case 'review': {
      const { verdict } = command;
      const comment = command.comment.trim();
      if (draft === null) return refuse({ code: 'no_draft' });
      if (draft.authors.includes(actor.id)) return refuse({ code: 'review_by_another' });
      if (verdict === 'changes_requested' && comment === '') return refuse({ code: 'comment_missing' });
      if (comment.length > longestRemark) return refuseFields([tooLong('comment')]);
      return accept({ type: 'article.reviewed', verdict, comment, ...stamp });
    }
    case 'publish':
      if (draft === null) return refuse({ code: 'no_draft' });
      if (draft.review?.verdict !== 'approved') return refuse({ code: 'review_missing' });
      if (command.reviewDue <= now) return refuseFields([issue(['reviewDue'], 'not_an_option')]);
      return accept({ type: 'article.published', reviewDue: command.reviewDue, ...stamp });
    case 'withdraw': {
      const { replacedBy } = command;
      const reason = command.reason.trim();
      if (published === null) return refuse({ code: 'article_not_published' });
      if (reason === '') return refuseFields([issue(['reason'], 'required')]);
      if (reason.length > longestRemark) return refuseFields([tooLong('reason')]);
      if (replacedBy !== null && (replacedBy === id || !exists(replacedBy))) {
        return refuseFields([issue(['replacedBy'], 'not_an_option')]);
      }
      return accept({ type: 'article.withdrawn', reason, replacedBy, ...stamp });
    }
  }
}

function same(one: ArticleContent | undefined, other: ArticleContent): boolean {
  return one !== undefined && canonicalJson(jsonOf(one)) === canonicalJson(jsonOf(other));
}

function jsonOf({ fr, en, modules, ticketTypes, related }: ArticleContent): Json {
  return { fr: { ...fr }, en: en === null ? null : { ...en }, modules, ticketTypes, related };
}

function tooLong(field: string): FieldIssue {
  return issue([field], 'too_long', { max: longestRemark });
}

function accept(...events: readonly ArticleEvent[]): ArticleDecision {
  return { ok: true, events };
}

function refuse(rejection: ArticleRejection): ArticleDecision {
  return { ok: false, rejection };
}

function refuseFields(issues: readonly FieldIssue[]): ArticleDecision {
  return refuse({ code: 'fields_invalid', issues });
}
