import { usualReviewDue } from '@teo-support/core';
import type { StaffFaqArticle } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { DeskDialog, type Opener } from '../../administration/desk-dialog.js';
import { textField } from '../../submission/text-field.js';

/** Publishes what was approved, and says when it is to be read again. */
export class FaqPublishForm extends DeskDialog {
  static override properties = {
    ...DeskDialog.properties,
    article: { attribute: false },
    day: { state: true },
  };
  declare article: StaffFaqArticle;
  /** Local date; null for the usual one. */
  declare day: string | null;

  constructor() {
    super();
    this.day = null;
  }

  protected override opener(): Opener {
    return { label: this.desk.words.faq.steps.publish, look: 'primary' };
  }

  protected override heading(): string {
    return this.desk.words.faq.steps.publishTitle;
  }

  protected override content(): TemplateResult {
    const { steps } = this.desk.words.faq;
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      <p>${steps.publishText} ${this.article.origin?.kind === 'gap' ? steps.publishClosesGap : nothing}</p>
      ${textField({
        name: 'reviewDue',
        label: steps.reviewDue,
        hint: steps.reviewDueHint,
        line: true,
        type: 'date',
        first: true,
        value: this.day ?? this.#usual(),
        error: this.submission.at('/reviewDue'),
        onInput: (value) => {
          this.day = value;
        },
      })}
      ${this.problem()}
      ${this.buttons(steps.publish, steps.publishing)}
    </form>`;
  }

  #usual(): string {
    return new Date(usualReviewDue(this.desk.now)).toISOString().slice(0, 10);
  }

  protected override closed(): void {
    this.day = null;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words, now } = this.desk;
    const { steps } = words.faq;
    // Noon, so that it is the same day in Paris and anywhere near.
    const due = Date.parse(`${this.day ?? this.#usual()}T12:00:00Z`);
    if (!(due > now)) return this.submission.refuse({ '/reviewDue': steps.reviewDueMissing });
    const { id, version } = this.article;
    const reviewDue = new Date(due).toISOString();
    await this.send(() => client.staff.faq.publish(id, { reviewDue }, { ifMatch: version }), steps.published);
  };
}

customElements.define('faq-publish-form', FaqPublishForm);
