import type { Words } from '../../locales/index.js';
import { type ArticleForm, linesOf } from './article-form.js';

/**
 * What an article lacks before it can be saved, by place.
 * @param id the address of a new article; null for one that has its own
 */
export function missingIn(form: ArticleForm, id: string | null, { faq }: Words): Record<string, string> {
  const { missing } = faq.editor;
  const languages = form.en === '' ? (['fr'] as const) : (['fr', 'en'] as const);
  const texts = languages.flatMap((language) => [
    ...(form[`${language}.title`].trim() === '' ? [[`/${language}/title`, missing.title] as const] : []),
    ...(form[`${language}.body`].trim() === '' ? [[`/${language}/body`, missing.body] as const] : []),
  ]);
  return Object.fromEntries([
    ...(id !== null && id.trim() === '' ? [['/id', missing.id] as const] : []),
    ...(id !== null && id.trim() !== '' && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id.trim())
      ? [['/id', faq.fields.idHint] as const]
      : []),
    ...texts,
    ...(linesOf(form.modules).length === 0 ? [['/modules', missing.modules] as const] : []),
  ]);
}
