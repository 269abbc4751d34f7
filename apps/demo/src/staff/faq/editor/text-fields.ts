import type { FaqLanguage } from '@teo-support/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { textField } from '../../submission/text-field.js';
import { type ArticleForm, type FieldName, textNames } from './article-form.js';
import { fieldWords } from './field-words.js';
import { withPictures } from './with-pictures.js';

interface TextFieldsOptions {
  readonly language: FaqLanguage;
  readonly form: ArticleForm;
  readonly desk: Desk;
  /** What is wrong with a field. */
  readonly at: (field: FieldName) => string | undefined;
  readonly write: (part: Partial<ArticleForm>) => void;
}

const rows = { title: 1, variants: 3, keywords: 3, body: 16 } as const;

/** The texts of an article in one language; in English, whether there is any. */
export function textFields({ language, form, desk, at, write }: TextFieldsOptions): TemplateResult {
  const { words } = desk;
  const { editor } = words.faq;
  const hints = {
    title: editor.titleHint,
    variants: editor.perLine,
    keywords: editor.perLine,
    body: editor.bodyHint,
  };
  if (language === 'en' && form.en === '') {
    return html`<p class="muted">${words.faq.article.untranslated}</p>
      <div><button type="button" class="button" @click=${() => write({ en: 'yes' })}>${editor.translate}</button></div>`;
  }
  return html`${textNames.map((name) => {
    const field = `${language}.${name}` as const;
    const drawn = html`<div lang=${language}>${textField({
      name: field.replace('.', '-'),
      label: fieldWords(words, field),
      hint: hints[name],
      value: form[field],
      error: at(field),
      rows: rows[name],
      line: name === 'title',
      onInput: (value) => write({ [field]: value }),
    })}</div>`;
    if (name !== 'body') return drawn;
    return withPictures(drawn, desk, form[field], (value) => write({ [field]: value }));
  })}
  ${language === 'en' ? html`<div><button type="button" class="button quiet" @click=${() => write({ en: '' })}>${editor.untranslate}</button></div>` : nothing}`;
}
