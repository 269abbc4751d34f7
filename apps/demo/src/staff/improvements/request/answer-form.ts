import type { StaffImprovement } from '@teo-support/sdk';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { PageChange } from '../../administration/desk-dialog.js';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { Draft, readText } from '../../drafts/draft.js';
import { problemNotice } from '../../submission/problem-notice.js';
import { Submission } from '../../submission/submission.js';
import { textField } from '../../submission/text-field.js';

/** Answers under a request in the name of the team, for everyone to read. */
export class ImprovementAnswerForm extends LitElement {
  static override properties = { desk: { attribute: false }, request: { attribute: false } };
  declare desk: Desk;
  declare request: StaffImprovement;
  readonly #submission = new Submission(this);
  readonly #draft = new Draft<{ readonly text: string }>(this, 'answer', {
    place: () => ({ drafts: this.desk.drafts, ticketId: `improvement:${this.request.id}` }),
    empty: () => ({ text: '' }),
    read: readText,
  });

  protected override render(): TemplateResult {
    const { words } = this.desk;
    const { one } = words.forum;
    const { sending } = this.#submission;
    return html`<form class="form" novalidate aria-label=${one.answer} @submit=${this.#submit}>
      ${textField({
        name: 'text',
        label: one.answer,
        hint: one.answerHint,
        rows: 3,
        value: this.#draft.value.text,
        error: this.#submission.at('/text'),
        onInput: (text) => this.#draft.change({ text }),
      })}
      ${problemNotice(this.#submission, words)}
      <div class="actions"><button class="button primary" aria-disabled=${sending}>${sending ? one.sending : one.send}</button>
        <span class="kept">${this.#draft.kept ? words.draft : nothing}</span></div>
    </form>`;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words, announce } = this.desk;
    const { one } = words.forum;
    const draft = this.#draft.value;
    const text = draft.text.trim();
    if (text === '') return this.#submission.refuse({ '/text': one.answerMissing });
    const sent = await this.#submission.run(
      () => client.staff.improvements.answer(this.request.id, { text }),
      words,
    );
    if (sent === null) return;
    this.#draft.clear(draft);
    announce(one.sent);
    this.dispatchEvent(new PageChange());
  };

  static override styles = [
    staffStyles,
    css`
      .form {
        padding: var(--_space-4);
        border-top: 1px solid var(--_line);
      }
    `,
  ];
}

customElements.define('improvement-answer-form', ImprovementAnswerForm);
