import type { FaqGap, FaqReference } from '@teo-support/sdk';
import { html, type TemplateResult } from 'lit';
import { DeskDialog, type Opener } from '../../administration/desk-dialog.js';
import { fieldError } from '../../submission/text-field.js';
import '../picker/article-picker.js';
import { pickedArticle, pickedArticleStyles } from '../picker/picked-article.js';

/** Says which published article answers what was not found. */
export class FaqCloseGapForm extends DeskDialog {
  static override properties = {
    ...DeskDialog.properties,
    gap: { attribute: false },
    article: { state: true },
  };
  declare gap: FaqGap;
  declare article: FaqReference | null;

  constructor() {
    super();
    this.article = null;
  }

  protected override opener(): Opener {
    const { close, closeAbout } = this.desk.words.faq.gaps;
    return { label: close, about: closeAbout(this.gap.queries[0] ?? '') };
  }

  protected override heading(): string {
    return this.desk.words.faq.gaps.closeTitle;
  }

  protected override content(): TemplateResult {
    const { gaps } = this.desk.words.faq;
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      <p><strong>${this.gap.queries[0]}</strong></p>
      <p class="muted">${gaps.closeText}</p>
      ${
        this.article === null
          ? html`<faq-article-picker .desk=${this.desk} .label=${gaps.article} .publishedOnly=${true} .onPick=${this.#pick}></faq-article-picker>`
          : pickedArticle(gaps.article, this.article, gaps.otherArticle, () => {
              this.article = null;
            })
      }
      ${fieldError('article', this.submission.at('/article'))}
      ${this.problem()}
      ${this.buttons(gaps.closeSubmit, gaps.closing)}
    </form>`;
  }

  readonly #pick = async (article: FaqReference) => {
    this.article = article;
    this.submission.refuse({});
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('form .button.primary')?.focus();
  };

  protected override closed(): void {
    this.article = null;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    const { gaps } = words.faq;
    const { article, gap } = this;
    if (article === null) return this.submission.refuse({ '/article': gaps.closeMissing });
    await this.send(() => client.staff.faq.closeGap(gap.id, { article: article.id }), gaps.done);
  };

  static override styles = [...DeskDialog.styles, pickedArticleStyles];
}

customElements.define('faq-close-gap-form', FaqCloseGapForm);
