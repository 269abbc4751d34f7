import { html, type TemplateResult } from 'lit';
import { DeskDialog, type Opener } from './desk-dialog.js';

/** What is asked before something is done that cannot be taken back by a click. */
export interface Question {
  readonly opener: Opener;
  readonly heading: string;
  readonly text: string;
  readonly submit: string;
  readonly sending: string;
  readonly done: string;
  readonly look?: 'primary' | 'danger';
  readonly work: () => Promise<unknown>;
}

/** A button that asks once more before it does what it says. */
export class ConfirmedAction extends DeskDialog {
  static override properties = { ...DeskDialog.properties, question: { attribute: false } };
  declare question: Question;

  protected override opener(): Opener {
    return this.question.opener;
  }

  protected override heading(): string {
    return this.question.heading;
  }

  protected override content(): TemplateResult {
    const { text, submit, sending, look = 'danger' } = this.question;
    return html`<form class="form" novalidate aria-labelledby="heading" aria-describedby="text" @submit=${this.#submit}>
      <p id="text">${text}</p>
      ${this.problem()}
      <div class="actions">
        <button class="button ${look}" data-first aria-disabled=${this.submission.sending}>${this.submission.sending ? sending : submit}</button>
        <button type="button" class="button" @click=${this.modal.close}>${this.desk.words.cancel}</button>
      </div>
    </form>`;
  }

  readonly #submit = (event: Event) => {
    event.preventDefault();
    void this.send(this.question.work, this.question.done);
  };
}

customElements.define('confirmed-action', ConfirmedAction);
