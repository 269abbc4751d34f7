import type { FaqReference } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import '../picker/article-picker.js';

interface RelatedOptions {
  readonly desk: Desk;
  /** Id of the article itself, which is not related to itself. */
  readonly own: string | null;
  readonly related: readonly string[];
  readonly titles: ReadonlyMap<string, string>;
  /** @param title the id and title of one that was added */
  readonly change: (related: readonly string[], title: readonly [string, string] | null) => void;
}

/** The articles that a reader may want next. */
export function relatedField({ desk, own, related, titles, change }: RelatedOptions): TemplateResult {
  const { fields, editor } = desk.words.faq;
  return html`<div class="field" role="group" aria-label=${fields.related}>
    <p class="label">${fields.related}</p>
    ${
      related.length === 0
        ? nothing
        : html`<ul class="related">${related.map((id) => {
            const title = titles.get(id) ?? id;
            return html`<li><span>${title}</span><button type="button" class="button quiet icon" aria-label=${editor.removeRelated(title)}
              @click=${() =>
                change(
                  related.filter((other) => other !== id),
                  null,
                )}>${icon('close')}</button></li>`;
          })}</ul>`
    }
    <faq-article-picker .desk=${desk} .label=${editor.addRelated} .without=${[...related, ...(own === null ? [] : [own])]}
      .onPick=${({ id, title }: FaqReference) => change([...related, id], [id, title])}></faq-article-picker>
  </div>`;
}
