import type { SupportClient } from '@teo-support/sdk';
import { html, LitElement, type TemplateResult } from 'lit';
import { emptyState, emptyStateStyles } from '../design/empty-state.js';
import { staffStyles } from '../design/staff-styles.js';
import type { Words } from '../locales/index.js';
import { problemNotice } from '../submission/problem-notice.js';
import { Submission } from '../submission/submission.js';
import { textField } from '../submission/text-field.js';
import { signInStyles } from './sign-in-styles.js';

/** Choosing a password, where a one-time link leads. */
export class StaffNewPassword extends LitElement {
  static override properties = {
    words: { attribute: false },
    client: { attribute: false },
    token: { attribute: false },
    onDone: { attribute: false },
    password: { state: true },
    visible: { state: true },
  };
  declare words: Words;
  declare client: SupportClient;
  /** From the link; empty when it was cut off. */
  declare token: string;
  declare onDone: () => void;
  declare password: string;
  declare visible: boolean;
  readonly #submission = new Submission(this);

  constructor() {
    super();
    this.password = '';
    this.visible = false;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('#password')?.focus();
  }

  protected override updated(): void {
    document.title = `${this.words.newPassword.title} · ${this.words.product}`;
  }

  protected override render(): TemplateResult {
    const words = this.words.newPassword;
    if (this.token === '') {
      const link = emptyState(
        'link',
        words.noToken,
        words.noTokenText,
        html`<a class="button" href="/staff">${words.toSignIn}</a>`,
      );
      return html`<h1 class="visually-hidden">${words.title}</h1>${link}`;
    }
    const { sending } = this.#submission;
    return html`<form novalidate @submit=${this.#submit}>
      <div class="brand" aria-hidden="true">téo</div>
      <div>
        <h1>${words.title}</h1>
        <p class="muted">${words.lead}</p>
      </div>
      ${textField({
        name: 'password',
        label: words.password,
        hint: words.hint,
        line: true,
        type: this.visible ? 'text' : 'password',
        autocomplete: 'new-password',
        value: this.password,
        error: this.#submission.at('/password'),
        onInput: (password) => {
          this.password = password;
        },
      })}
      <label class="check"><input type="checkbox" .checked=${this.visible} @change=${this.#toggle}>${words.show}</label>
      ${problemNotice(this.#submission, this.words)}
      <button class="button primary" aria-disabled=${sending}>${sending ? words.sending : words.submit}</button>
    </form>`;
  }

  readonly #toggle = ({ target }: Event) => {
    if (target instanceof HTMLInputElement) this.visible = target.checked;
  };

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { token, password } = this;
    if (password === '') return this.#submission.refuse({ '/password': this.words.newPassword.missing });
    const work = async () => {
      await this.client.staff.setPassword({ token, password });
      return true;
    };
    if (await this.#submission.run(work, this.words)) this.onDone();
  };

  static override styles = [staffStyles, emptyStateStyles, signInStyles];
}

customElements.define('staff-new-password', StaffNewPassword);
