import type { FaqMasks, StaffFaqArticle, StaffFaqSummary, SupportClient } from '@teo-support/sdk';

/** An article with what its page says beside it. */
export interface LoadedArticle {
  readonly article: StaffFaqArticle;
  readonly masks: FaqMasks;
  /** Titles of the articles that it names, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Loads an article, what is masked in it, and what the articles that it names are called. */
export async function loadArticle(
  { staff }: SupportClient,
  articleId: string,
  signal: AbortSignal,
): Promise<LoadedArticle> {
  const [article, masks] = await Promise.all([
    staff.faq.get(articleId, { signal }),
    staff.faq.masks(articleId, { signal }),
  ]);
  const content = article.draft?.content ?? article.published?.content;
  const named = [
    ...(content?.related ?? []),
    ...(article.withdrawn?.replacedBy ? [article.withdrawn.replacedBy] : []),
  ];
  return { article, masks, titles: await titlesOf({ staff }, named, signal) };
}

/** What articles are called; one that cannot be read keeps its id for a name. */
export async function titlesOf(
  { staff }: Pick<SupportClient, 'staff'>,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    [...new Set(ids)].map((id): Promise<StaffFaqSummary> => staff.faq.get(id, { signal })),
  );
  return new Map(found.map(({ id, title }) => [id, title]));
}
