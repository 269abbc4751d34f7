import { canonicalJson, type Json } from '../../evidence/canonical-json.js';
import { type Actor, refOf } from '../../people/actor.js';
import type { Instant } from '../../service-level/policy.js';
import { type FieldIssue, issue } from '../../ticket-types/field-issue.js';
import { doubtsOf } from '../masking/doubts.js';
import type { KnownWords } from '../masking/known-words.js';
import {
  type Article,
  type ArticleContent,
  type ArticleOrigin,
  type reviewVerdicts,
  stageOf,
} from './article.js';
import { checkContent } from './check-content.js';
import type { ArticleEvent } from './events.js';
import type { ArticleRejection } from './rejection.js';

export type ArticleCommand =
  | { readonly type: 'draft'; readonly content: ArticleContent; readonly origin: ArticleOrigin | null }
  | { readonly type: 'revise'; readonly content: ArticleContent }
  /** Sends it for review. */
  | { readonly type: 'submit' }
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
  /** Whether a file is a picture that this article may show. */
  readonly isPicture: (file: string) => boolean;
  /** What names somebody around the ticket that it comes from; null for an article of other origin. */
  readonly known: KnownWords | null;
}

export type ArticleDecision =
  /** No events: what was asked for stands already. */
  | { readonly ok: true; readonly events: readonly ArticleEvent[] }
  | { readonly ok: false; readonly rejection: ArticleRejection };

/** As long as a reason or a comment may be, in UTF-16 code units. */
const longestRemark = 2000;

/**
 * How an article changes: it is drafted, sent for review, reviewed by a second person, published, and one day withdrawn. What is
 * published stands until the next edition is, whatever is being written.
 */
export function decideArticle(
  article: Article | null,
  command: ArticleCommand,
  context: ArticleContext,
): ArticleDecision {
  const { actor, now, id, exists, isPicture, known } = context;
  if (actor.kind !== 'staff') return refuse({ code: 'staff_only' });
  const stamp = { at: now, by: refOf(actor) };
  if (command.type === 'draft') {
    if (article !== null) {
      return same(article.draft?.content, command.content)
        ? accept()
        : refuseFields([issue(['id'], 'already_used')]);
    }
    const issues = checkContent(id, command.content, exists, isPicture);
    if (issues.length > 0) return refuseFields(issues);
    return accept({ type: 'article.drafted', content: command.content, origin: command.origin, ...stamp });
  }
  if (article === null) return refuse({ code: 'article_missing' });
  const { draft, published } = article;
  switch (command.type) {
    case 'revise': {
      const issues = checkContent(id, command.content, exists, isPicture);
      if (issues.length > 0) return refuseFields(issues);
      if (same(draft?.content ?? published?.content, command.content)) return accept();
      return accept({ type: 'article.revised', content: command.content, ...stamp });
    }
    case 'submit': {
      if (draft === null) return refuse({ code: 'no_draft' });
      const doubt = doubtIn(draft.content, known);
      if (doubt !== null) return refuse(doubt);
      if (stageOf(article) === 'to_review' || stageOf(article) === 'approved') return accept();
      return accept({ type: 'article.submitted', ...stamp });
    }
    case 'review': {
      const { verdict } = command;
      const comment = command.comment.trim();
      if (draft === null) return refuse({ code: 'no_draft' });
      if (draft.submittedAt === null) return refuse({ code: 'not_submitted' });
      if (draft.authors.includes(actor.id)) return refuse({ code: 'review_by_another' });
      if (verdict === 'changes_requested' && comment === '') return refuse({ code: 'comment_missing' });
      if (comment.length > longestRemark) return refuseFields([tooLong('comment')]);
      return accept({ type: 'article.reviewed', verdict, comment, ...stamp });
    }
    case 'publish': {
      if (draft === null) return refuse({ code: 'no_draft' });
      if (draft.review?.verdict !== 'approved') return refuse({ code: 'review_missing' });
      // More may be known by now than when it was sent: another colleague, another course.
      const doubt = doubtIn(draft.content, known);
      if (doubt !== null) return refuse(doubt);
      if (command.reviewDue <= now) return refuseFields([issue(['reviewDue'], 'not_an_option')]);
      return accept({ type: 'article.published', reviewDue: command.reviewDue, ...stamp });
    }
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

/** Why a text may not be read by others yet; null where nothing of it is in doubt. */
function doubtIn(content: ArticleContent, known: KnownWords | null): ArticleRejection | null {
  const [first] = doubtsOf(content, known);
  if (first === undefined) return null;
  return { code: first.cause === 'mark' ? 'mask_unsettled' : 'maskable_found' };
}

function same(one: ArticleContent | undefined, other: ArticleContent): boolean {
  return one !== undefined && canonicalJson(jsonOf(one)) === canonicalJson(jsonOf(other));
}

function jsonOf({ fr, en, ...lists }: ArticleContent): Json {
  return { fr: { ...fr }, en: en === null ? null : { ...en }, ...lists };
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
