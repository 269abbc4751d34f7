import type { ActorRef } from '../../people/actor.js';
import type { Instant } from '../../service-level/policy.js';
import type { ArticleContent, ArticleOrigin, reviewVerdicts } from './article.js';

/** Facts that happened to an article of the FAQ. */
export type ArticleEvent = { readonly at: Instant; readonly by: ActorRef } & (
  | {
      readonly type: 'article.drafted';
      readonly content: ArticleContent;
      readonly origin: ArticleOrigin | null;
    }
  | { readonly type: 'article.revised'; readonly content: ArticleContent }
  | { readonly type: 'article.submitted' }
  | {
      readonly type: 'article.reviewed';
      readonly verdict: (typeof reviewVerdicts)[number];
      readonly comment: string;
    }
  | { readonly type: 'article.published'; readonly reviewDue: Instant }
  | { readonly type: 'article.withdrawn'; readonly reason: string; readonly replacedBy: string | null }
);
