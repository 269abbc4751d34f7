import type { StaffReview } from '@teo-support/sdk';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { PageChange } from '../../administration/desk-dialog.js';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { Draft, readText } from '../../drafts/draft.js';
import { problemNotice } from '../../submission/problem-notice.js';
import { Submission } from '../../submission/submission.js';
import { textField } from '../../submission/text-field.js';
import { dateWords } from '../../time/dates.js';
import { lookedAtBy, remarksOn } from './looks.js';

/** What the team says to itself about a decision, and who has looked at it. No téomaster ever sees it. */
export class ReviewDiscussion extends LitElement {
  static override properties = {
    desk: { attribute: false },
    review: { attribute: false },
    draft: { attribute: false },
  };
  declare desk: Desk;
  declare review: StaffReview;
  declare draft: StaffReview['drafts'][number];
  readonly #submission = new Submission(this);
  readonly #text = new Draft<{ readonly text: string }>(this, 'remark', {
    place: () => ({
      drafts: this.desk.drafts,
      ticketId: `review:${this.review.month}:${this.draft.improvement.id}`,
    }),
    empty: () => ({ text: '' }),
    read: readText,
  });

  protected override render(): TemplateResult {
    const { month, reference } = this.desk.words.forum;
    const { remarks, state } = this.review;
    const own = remarksOn(this.draft, remarks);
    if (state === 'published' && own.length === 0) return html`${nothing}`;
    const { number } = this.draft.improvement;
    return html`
      ${state === 'published' ? nothing : this.#looks()}
      <details ?open=${this.#text.kept}>
        <summary>${month.discussion(own.length)}<span class="visually-hidden">, ${reference(number)}</span></summary>
        <ol>${own.map((remark) => this.#remark(remark))}</ol>
        ${state === 'published' ? nothing : this.#form()}
      </details>`;
  }

  #looks(): TemplateResult {
    const { month } = this.desk.words.forum;
    const looked = lookedAtBy(this.draft, this.review.remarks);
    const mine = this.draft.by.id === this.desk.member.id;
    const mayLook = !mine && !looked.includes(this.desk.member.name);
    const { sending } = this.#submission;
    return html`<p class="looks">
      <span class="badge ${looked.length > 0 ? 'success' : 'warning'}">${looked.length > 0 ? month.seen(looked.join(', ')) : month.unseen}</span>
      ${mayLook ? html`<button type="button" class="button small" aria-label=${month.agreeAbout(this.draft.improvement.number)} aria-disabled=${sending} @click=${this.#agree}>${month.agree}</button>` : nothing}
    </p>`;
  }

  #remark({ by, at, text }: StaffReview['remarks'][number]): TemplateResult {
    const { words, locale, now } = this.desk;
    return html`<li><p class="by"><strong>${by.name}</strong> · ${dateWords(at, locale, now)}</p>
      <p class="words">${text ?? words.forum.month.erasedRemark}</p></li>`;
  }

  #form(): TemplateResult {
    const { words } = this.desk;
    const { month } = words.forum;
    const { sending } = this.#submission;
    return html`<form class="form" novalidate aria-label=${month.discussionAbout(this.draft.improvement.number)} @submit=${this.#submit}>
      ${textField({
        name: 'remark',
        label: month.remark,
        rows: 2,
        value: this.#text.value.text,
        error: this.#submission.at('/text'),
        onInput: (text) => this.#text.change({ text }),
      })}
      ${problemNotice(this.#submission, words)}
      <div class="actions"><button class="button" aria-disabled=${sending}>${sending ? month.remarkSending : month.remarkSend}</button>
        <span class="kept">${this.#text.kept ? words.draft : nothing}</span></div>
    </form>`;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { month } = this.desk.words.forum;
    const draft = this.#text.value;
    const text = draft.text.trim();
    if (text === '') return this.#submission.refuse({ '/text': month.remarkMissing });
    if (await this.#say(text, month.remarked)) this.#text.clear(draft);
  };

  readonly #agree = () => {
    const { month } = this.desk.words.forum;
    void this.#say(month.agreeText, month.agreed);
  };

  async #say(text: string, done: string): Promise<boolean> {
    const { client, words, announce } = this.desk;
    const { month } = this.review;
    const { id } = this.draft.improvement;
    const said = await this.#submission.run(
      () => client.staff.improvements.reviews.remark(month, id, { text }),
      words,
    );
    if (said === null) return false;
    announce(done);
    this.dispatchEvent(new PageChange());
    return true;
  }

  static override styles = [
    staffStyles,
    css`
      :host {
        display: grid;
        gap: var(--_space-2);
      }
      .looks {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space-2);
      }
      .small {
        min-height: 30px;
        padding-inline: var(--_space-3);
        font-size: 13px;
      }
      summary {
        display: inline-block;
        padding: 4px 0;
        border-radius: var(--_radius);
        color: var(--_accent);
        font-weight: 550;
        cursor: pointer;
      }
      summary::before {
        display: inline-block;
        width: 1em;
        content: '▸' / '';
      }
      details[open] summary::before {
        content: '▾' / '';
      }
      ol {
        display: grid;
        gap: var(--_space-3);
        padding: var(--_space-2) 0 var(--_space-3) var(--_space-3);
        border-left: 3px solid var(--_line-strong);
      }
      ol:empty {
        display: none;
      }
      .by {
        color: var(--_ink-2);
        font-size: 13px;
      }
      .by strong {
        color: var(--_ink);
      }
      @media (pointer: coarse) {
        .small,
        summary {
          min-height: 44px;
        }
      }
    `,
  ];
}

customElements.define('review-discussion', ReviewDiscussion);
