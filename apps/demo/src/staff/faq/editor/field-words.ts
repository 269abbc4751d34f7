import type { Words } from '../../locales/index.js';
import type { FieldName } from './article-form.js';

/** What a field of an article is called. */
export function fieldWords({ faq }: Words, field: FieldName): string {
  return faq.fields[field];
}
