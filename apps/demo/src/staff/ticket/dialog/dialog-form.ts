import { html, nothing, type TemplateResult } from 'lit';
import { Modal } from '../../design/modal.js';
import { icon } from '../../icons/icon.js';
import { TicketForm } from '../ticket-form.js';

/** A form that opens over the page from a button of its own, and gives the focus back to it. */
export abstract class DialogForm extends TicketForm {
  protected readonly modal = new Modal(this);

  /** What the button says, and the words that tell apart buttons which say the same. */
  protected abstract opener(): { readonly label: string; readonly about: string };
  protected abstract heading(): string;
  protected abstract content(): TemplateResult;

  protected override render(): TemplateResult {
    const { label, about } = this.opener();
    return html`<button type="button" class="button opener" aria-haspopup="dialog" aria-label=${about} @click=${this.modal.show}>${label}</button>
      <dialog aria-labelledby="heading" @close=${this.#closed}>
        <div class="dialog-head">
          <h2 id="heading">${this.heading()}</h2>
          <button type="button" class="button quiet icon" aria-label=${this.desk.words.dialog.close} @click=${this.modal.close}>${icon('close')}</button>
        </div>
        ${this.modal.open ? this.content() : nothing}
      </dialog>`;
  }

  /** Closed before the page is told, as nothing behind a dialog is read aloud. */
  protected override finished(): void {
    this.modal.close();
  }

  /** For what a dialog forgets when it closes. */
  protected closed(): void {}

  readonly #closed = () => {
    this.modal.closed();
    this.closed();
  };
}
