import type { FaqReference, StaffFaqArticle } from '@teo-support/sdk';
import { html, type TemplateResult } from 'lit';
import { DeskDialog, type Opener } from '../../administration/desk-dialog.js';
import { readText } from '../../drafts/draft.js';
import { textField } from '../../submission/text-field.js';
import '../picker/article-picker.js';
import { pickedArticle, pickedArticleStyles } from '../picker/picked-article.js';

/** Takes an article away from the search, for a reason, and says what answers instead. */
export class FaqWithdrawForm extends DeskDialog {
  static override properties = {
    ...DeskDialog.properties,
    article: { attribute: false },
    instead: { state: true },
  };
  declare article: StaffFaqArticle;
  declare instead: FaqReference | null;
  readonly #reason = this.draft<{ readonly text: string }>('withdrawal', () => `faq:${this.article.id}`, {
    empty: () => ({ text: '' }),
    read: readText,
  });

  constructor() {
    super();
    this.instead = null;
  }

  protected override opener(): Opener {
    return { label: this.desk.words.faq.steps.withdraw, look: 'danger' };
  }

  protected override heading(): string {
    return this.desk.words.faq.steps.withdrawTitle;
  }

  protected override content(): TemplateResult {
    const { steps } = this.desk.words.faq;
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      <p>${steps.withdrawText}</p>
      ${textField({
        name: 'reason',
        label: steps.reason,
        rows: 3,
        first: true,
        value: this.#reason.value.text,
        error: this.submission.at('/reason'),
        onInput: (text) => this.#reason.change({ text }),
      })}
      ${
        this.instead === null
          ? html`<faq-article-picker .desk=${this.desk} .label=${steps.replacedBy} .without=${[this.article.id]} .onPick=${this.#pick}></faq-article-picker>`
          : pickedArticle(steps.replacedBy, this.instead, steps.nobodyInstead, () => {
              this.instead = null;
            })
      }
      ${this.problem()}
      ${this.buttons(steps.withdraw, steps.withdrawing, 'danger')}
    </form>`;
  }

  readonly #pick = (article: FaqReference) => {
    this.instead = article;
  };

  protected override closed(): void {
    this.instead = null;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    const { steps } = words.faq;
    const draft = this.#reason.value;
    if (draft.text.trim() === '') return this.submission.refuse({ '/reason': steps.reasonMissing });
    const { id, version } = this.article;
    const request = { reason: draft.text, replacedBy: this.instead?.id ?? null };
    const withdraw = () => client.staff.faq.withdraw(id, request, { ifMatch: version });
    if (await this.send(withdraw, steps.withdrawn)) this.#reason.clear(draft);
  };

  static override styles = [...DeskDialog.styles, pickedArticleStyles];
}

customElements.define('faq-withdraw-form', FaqWithdrawForm);
