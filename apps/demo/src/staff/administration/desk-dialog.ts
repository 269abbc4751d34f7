import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { dialogStyles } from '../design/dialog-styles.js';
import { Modal } from '../design/modal.js';
import { staffStyles } from '../design/staff-styles.js';
import type { Desk } from '../desk/desk.js';
import { Draft } from '../drafts/draft.js';
import { icon } from '../icons/icon.js';
import { problemNotice } from '../submission/problem-notice.js';
import { Submission } from '../submission/submission.js';

/** Told by a dialog when something was changed, or found changed: the page looks again. */
export class PageChange extends Event {
  static readonly type = 'page-change';

  constructor() {
    super(PageChange.type, { bubbles: true, composed: true });
  }
}

export interface Opener {
  readonly label: string;
  /** The label with what tells apart buttons that say the same. */
  readonly about?: string;
  readonly look?: 'primary' | 'danger';
  readonly sign?: Parameters<typeof icon>[0];
}

/** One thing that is done from a page of the administration: a button, and the dialog that it opens. */
export abstract class DeskDialog extends LitElement {
  static override properties = { desk: { attribute: false } };
  declare desk: Desk;
  protected readonly submission = new Submission(this);
  protected readonly modal = new Modal(this);

  protected abstract opener(): Opener;
  protected abstract heading(): string;
  protected abstract content(): TemplateResult;

  /** Whether Escape and the cross close it: not while it shows what is shown once. */
  protected get closable(): boolean {
    return true;
  }

  protected override render(): TemplateResult {
    const { label, about = nothing, look = '', sign } = this.opener();
    return html`<button type="button" class="button opener ${look}" aria-haspopup="dialog" aria-label=${about} @click=${this.#open}>
        ${sign === undefined ? nothing : icon(sign)}${label}
      </button>
      <dialog aria-labelledby="heading" @cancel=${this.#cancel} @close=${this.#closed}>
        <div class="dialog-head">
          <h2 id="heading">${this.modal.open ? this.heading() : nothing}</h2>
          ${this.closable ? html`<button type="button" class="button quiet icon" aria-label=${this.desk.words.dialog.close} @click=${this.modal.close}>${icon('close')}</button>` : nothing}
        </div>
        ${this.modal.open ? this.content() : nothing}
      </dialog>`;
  }

  /** The words of a form that were not sent, kept under the name of what they are about. */
  protected draft<T extends object>(
    form: string,
    about: () => string,
    options: { empty: () => T; read: (stored: unknown) => T | null },
  ): Draft<T> {
    const place = () => ({ drafts: this.desk.drafts, ticketId: about() });
    return new Draft<T>(this, form, { place, ...options });
  }

  /**
   * Does the work, and closes the dialog once it is done.
   * @returns whether it was done
   */
  protected async send(work: () => Promise<unknown>, done: string): Promise<boolean> {
    const outcome = await this.submission.run(async () => ({ value: await work() }), this.desk.words);
    if (outcome === null) {
      if (this.submission.conflict) this.dispatchEvent(new PageChange());
      return false;
    }
    this.modal.close();
    this.desk.announce(done);
    this.dispatchEvent(new PageChange());
    return true;
  }

  protected problem(): TemplateResult {
    const { words } = this.desk;
    return this.submission.conflict
      ? html`<div role="alert"><p class="notice warning">${words.changed}</p></div>`
      : problemNotice(this.submission, words);
  }

  protected buttons(submit: string, sending: string, look: 'primary' | 'danger' = 'primary'): TemplateResult {
    return html`<div class="actions">
      <button class="button ${look}" aria-disabled=${this.submission.sending}>${this.submission.sending ? sending : submit}</button>
    </div>`;
  }

  readonly #open = async () => {
    this.submission.refuse({});
    await this.modal.show();
    await this.opened();
  };

  readonly #cancel = (event: Event) => {
    if (!this.closable) event.preventDefault();
  };

  readonly #closed = () => {
    this.modal.closed();
    this.closed();
  };

  /** For what a dialog asks the server when it opens. */
  protected async opened(): Promise<void> {}

  /** For what a dialog forgets when it closes. */
  protected closed(): void {}

  static override styles = [
    staffStyles,
    dialogStyles,
    css`
      .button.danger {
        border-color: transparent;
        background: var(--_danger);
        color: var(--_surface);
      }
      .opener.danger {
        border-color: var(--_line-strong);
        background: none;
        color: var(--_danger);
      }
      .opener.primary {
        min-height: 36px;
        padding-inline: var(--_space-4);
        font-size: var(--_size);
      }
      .choices {
        display: grid;
        gap: var(--_space-2);
        margin-top: var(--_space-1);
      }
      .choices .hint {
        display: block;
        font-weight: 400;
      }
    `,
  ];
}
