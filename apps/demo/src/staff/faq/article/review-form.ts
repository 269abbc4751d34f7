import { reviewVerdicts } from '@teo-support/core';
import type { StaffFaqArticle } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { DeskDialog, type Opener } from '../../administration/desk-dialog.js';
import { storedText } from '../../drafts/draft.js';
import { fieldError, textField } from '../../submission/text-field.js';

type Verdict = (typeof reviewVerdicts)[number];

interface ReviewDraft {
  readonly verdict: Verdict | null;
  readonly comment: string;
}

/** The view of a second person on what was written. */
export class FaqReviewForm extends DeskDialog {
  static override properties = { ...DeskDialog.properties, article: { attribute: false } };
  declare article: StaffFaqArticle;
  readonly #draft = this.draft<ReviewDraft>('review', () => `faq:${this.article.id}`, {
    empty: () => ({ verdict: null, comment: '' }),
    read: (stored) => {
      const comment = storedText(stored, 'comment');
      const verdict = storedText(stored, 'verdict');
      return comment === null ? null : { comment, verdict: verdictOf(verdict) };
    },
  });

  protected override opener(): Opener {
    return { label: this.desk.words.faq.steps.review, look: 'primary' };
  }

  protected override heading(): string {
    return this.desk.words.faq.steps.reviewTitle;
  }

  protected override content(): TemplateResult {
    const { steps } = this.desk.words.faq;
    const { verdict, comment } = this.#draft.value;
    const error = this.submission.at('/verdict');
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      <fieldset aria-describedby=${error ? 'verdict-error' : nothing}>
        <legend class="label">${steps.verdict}</legend>
        <div class="choices">${reviewVerdicts.map(
          (
            one,
            place,
          ) => html`<label class="check"><input type="radio" name="verdict" value=${one} ?data-first=${place === 0} .checked=${one === verdict}
            aria-invalid=${error ? 'true' : 'false'} @change=${() => this.#draft.change({ verdict: one })}>${steps.verdicts[one]}</label>`,
        )}</div>
        ${fieldError('verdict', error)}
      </fieldset>
      ${textField({
        name: 'comment',
        label: steps.reviewComment,
        hint: steps.reviewCommentHint,
        value: comment,
        error: this.submission.at('/comment'),
        onInput: (value) => this.#draft.change({ comment: value }),
      })}
      ${this.problem()}
      ${this.buttons(steps.reviewSubmit, steps.reviewing)}
      <span class="kept">${this.#draft.kept ? this.desk.words.draft : nothing}</span>
    </form>`;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    const { steps } = words.faq;
    const draft = this.#draft.value;
    const { verdict, comment } = draft;
    if (verdict === null) return this.submission.refuse({ '/verdict': steps.verdictMissing });
    if (verdict === 'changes_requested' && comment.trim() === '')
      return this.submission.refuse({ '/comment': steps.commentMissing });
    const { id, version } = this.article;
    const review = () => client.staff.faq.review(id, { verdict, comment }, { ifMatch: version });
    if (await this.send(review, steps.reviewed)) this.#draft.clear(draft);
  };
}

function verdictOf(stored: string | null): Verdict | null {
  return reviewVerdicts.find((verdict) => verdict === stored) ?? null;
}

customElements.define('faq-review-form', FaqReviewForm);
