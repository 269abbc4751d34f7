import type { StaffFaqArticle } from '@teo-support/sdk';
import { diffWordsWithSpace } from 'diff';
import { type FieldName, fieldNames, formOf } from '../editor/article-form.js';

export interface Difference {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** How one text became another, word by word. */
export function differences(before: string, after: string): Difference[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

type Edition = StaffFaqArticle['editions'][number];

/** The fields of an article that changed from one edition to the next, each with how. */
export function changedFields(
  before: Edition['content'],
  after: Edition['content'],
): { readonly field: FieldName; readonly parts: readonly Difference[] }[] {
  const [old, now] = [formOf(before), formOf(after)];
  return fieldNames
    .filter((field) => field !== 'harmless' && old[field] !== now[field])
    .map((field) => ({ field, parts: differences(old[field], now[field]) }));
}
