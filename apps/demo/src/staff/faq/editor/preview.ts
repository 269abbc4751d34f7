import type { FaqLanguage } from '@teo-support/core';
import { html, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { piecesWithMarks } from '../body/marked-text.js';
import { renderedBody } from '../body/rendered-body.js';
import type { ArticleForm } from './article-form.js';

/** What téomasters will see of what is written, as it is written. */
export function preview(form: ArticleForm, language: FaqLanguage, desk: Desk): TemplateResult {
  const { words } = desk;
  const { faq } = words;
  const shown = language === 'en' && form.en !== '' ? 'en' : 'fr';
  const [title, body] = [form[`${shown}.title`], form[`${shown}.body`]];
  return html`<section class="panel preview" aria-labelledby="preview">
    <div class="panel-head"><h2 class="section-title" id="preview">${faq.editor.preview}</h2></div>
    <div class="text" lang=${shown}>${
      `${title}${body}`.trim() === ''
        ? html`<p class="muted">${faq.editor.previewEmpty}</p>`
        : html`<p class="text-title">${piecesWithMarks(title, words)}</p>${renderedBody(body, desk)}`
    }</div>
  </section>`;
}
