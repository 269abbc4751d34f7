import { type ArticleForm, type FieldName, fieldNames } from './article-form.js';

export interface Merged {
  /** Mine, with what only the other has changed. */
  readonly form: ArticleForm;
  /** What both have changed, each in another way: mine stands in the form until somebody has chosen. */
  readonly conflicts: readonly FieldName[];
}

/**
 * What two people made of the same article.
 * @param base what both began from
 */
export function mergeForms(base: ArticleForm, mine: ArticleForm, theirs: ArticleForm): Merged {
  const form: Record<FieldName, string> = { ...mine };
  const conflicts: FieldName[] = [];
  for (const name of fieldNames) {
    if (theirs[name] === base[name] || theirs[name] === mine[name]) continue;
    if (mine[name] === base[name]) form[name] = theirs[name];
    else conflicts.push(name);
  }
  return { form, conflicts };
}
