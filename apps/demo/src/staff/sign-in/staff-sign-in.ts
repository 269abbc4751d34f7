import type { SignInWays } from '@teo-support/sdk';
import { html, LitElement, nothing } from 'lit';
import { staffStyles } from '../design/staff-styles.js';
import type { Words } from '../locales/index.js';
import { problemNotice } from '../submission/problem-notice.js';
import { Submission } from '../submission/submission.js';
import { textField } from '../submission/text-field.js';
import { signInStyles } from './sign-in-styles.js';

/** Signing in, first thing or after a session has expired. */
export class StaffSignIn extends LitElement {
  static override properties = {
    words: { attribute: false },
    expired: { type: Boolean },
    signIn: { attribute: false },
    ways: { attribute: false },
    notice: { attribute: false },
    returnTo: { attribute: false },
    email: { state: true },
    password: { state: true },
  };
  declare words: Words;
  /** Whether a session has just ended under the person's hands. */
  declare expired: boolean;
  declare signIn: (email: string, password: string) => Promise<void>;
  /** How one can sign in here; `null` until that is known, and then the password is offered. */
  declare ways: SignInWays | null;
  /** What has just been done, if anything. */
  declare notice: string | null;
  /** Where to come back to from a provider. */
  declare returnTo: string;
  declare email: string;
  declare password: string;
  readonly #submission = new Submission(this);

  constructor() {
    super();
    this.expired = false;
    this.ways = null;
    this.notice = null;
    this.returnTo = '/staff';
    this.email = '';
    this.password = '';
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>(this.email === '' ? '#email' : '#password')?.focus();
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
      ${this.notice === null ? nothing : html`<p class="notice" role="status">${this.notice}</p>`}
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
      ${this.#provider()}
      <details><summary>${words.forgotten}</summary><p class="muted">${words.forgottenText}</p></details>
    </form>`;
  }

  #provider() {
    const openId = this.ways?.openId;
    if (openId === null || openId === undefined) return nothing;
    const words = this.words.signIn;
    const address = `${openId.path}?returnTo=${encodeURIComponent(this.returnTo)}`;
    return html`<p class="or">${words.or}</p><a class="button" href=${address}>${words.withProvider(openId.name)}</a>`;
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

  static override styles = [staffStyles, signInStyles];
}

customElements.define('staff-sign-in', StaffSignIn);
