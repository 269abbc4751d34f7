import { css, html, LitElement, nothing } from 'lit';
import { staffStyles } from '../design/staff-styles.js';
import type { Words } from '../locales/index.js';
import { problemNotice } from '../submission/problem-notice.js';
import { Submission } from '../submission/submission.js';
import { textField } from '../submission/text-field.js';

/** Signing in, first thing or after a session has expired. */
export class StaffSignIn extends LitElement {
  static override properties = {
    words: { attribute: false },
    expired: { type: Boolean },
    signIn: { attribute: false },
    email: { state: true },
    password: { state: true },
  };
  declare words: Words;
  /** Whether a session has just ended under the person's hands. */
  declare expired: boolean;
  declare signIn: (email: string, password: string) => Promise<void>;
  declare email: string;
  declare password: string;
  readonly #submission = new Submission(this);

  constructor() {
    super();
    this.expired = false;
    this.email = '';
    this.password = '';
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('#email')?.focus();
  }

  protected override render() {
    const words = this.words.signIn;
    const { sending } = this.#submission;
    return html`<form novalidate @submit=${this.#submit}>
      <div class="brand" aria-hidden="true">téo</div>
      <div>
        <h1>${words.title}</h1>
        <p class="muted">${words.lead}</p>
      </div>
      ${this.expired ? html`<p class="notice warning" role="status">${words.expired}</p>` : nothing}
      ${problemNotice(this.#submission, this.words)}
      ${textField({
        name: 'email',
        label: words.email,
        line: true,
        type: 'email',
        autocomplete: 'username',
        value: this.email,
        error: this.#submission.at('/email'),
        onInput: (email) => {
          this.email = email;
        },
      })}
      ${textField({
        name: 'password',
        label: words.password,
        line: true,
        type: 'password',
        autocomplete: 'current-password',
        value: this.password,
        error: this.#submission.at('/password'),
        onInput: (password) => {
          this.password = password;
        },
      })}
      <button class="button primary" aria-disabled=${sending}>${sending ? words.submitting : words.submit}</button>
    </form>`;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { emailMissing, passwordMissing } = this.words.signIn;
    const missing = {
      ...(this.email.trim() === '' ? { '/email': emailMissing } : {}),
      ...(this.password === '' ? { '/password': passwordMissing } : {}),
    };
    if (Object.keys(missing).length > 0) return this.#submission.refuse(missing);
    await this.#submission.run(() => this.signIn(this.email, this.password), this.words);
  };

  static override styles = [
    staffStyles,
    css`
      :host {
        display: grid;
        min-height: calc(100dvh - 56px);
        padding: var(--_space-5) var(--_space-4) 12vh;
        place-items: center;
      }
      form {
        display: grid;
        gap: var(--_space-4);
        width: min(100%, 384px);
        padding: var(--_space-6);
        border: 1px solid var(--_line);
        border-radius: var(--_radius-l);
        background: var(--_surface);
        box-shadow: var(--_shadow);
      }
      .brand {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        border-radius: 12px;
        background: var(--_accent);
        color: var(--_on-accent);
        font: 700 17px / 1 var(--_font);
        letter-spacing: -0.02em;
      }
      h1 {
        font: 650 var(--_size-xl) / 1.25 var(--_font);
        letter-spacing: -0.01em;
      }
      .button {
        min-height: 42px;
        margin-top: var(--_space-2);
      }
      @media (max-width: 480px) {
        form {
          padding: var(--_space-5);
        }
      }
    `,
  ];
}

customElements.define('staff-sign-in', StaffSignIn);
