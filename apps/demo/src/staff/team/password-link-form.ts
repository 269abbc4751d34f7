import type { PasswordLink, StaffAccount } from '@teo-support/sdk';
import { html, type TemplateResult } from 'lit';
import { DeskDialog, type Opener } from '../administration/desk-dialog.js';
import '../administration/shown-once.js';
import { dateWords } from '../time/dates.js';

/** Makes a one-time link with which a person chooses a password, and shows it this once. */
export class PasswordLinkForm extends DeskDialog {
  static override properties = {
    ...DeskDialog.properties,
    account: { attribute: false },
    made: { state: true },
  };
  declare account: StaffAccount;
  declare made: PasswordLink | null;

  constructor() {
    super();
    this.made = null;
  }

  protected override opener(): Opener {
    const { link, linkAbout } = this.desk.words.team;
    return { label: link, about: linkAbout(this.account.name) };
  }

  protected override heading(): string {
    const { linkTitle, linkReady } = this.desk.words.team;
    return this.made === null ? linkTitle : linkReady;
  }

  protected override get closable(): boolean {
    return this.made === null;
  }

  protected override closed(): void {
    this.made = null;
  }

  protected override content(): TemplateResult {
    const { words, locale, now } = this.desk;
    const { team } = words;
    const { name } = this.account;
    if (this.made === null) {
      return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
        <p>${team.linkText(name)}</p>
        ${this.problem()}
        <div class="actions">
          <button class="button primary" data-first aria-disabled=${this.submission.sending}>${this.submission.sending ? team.linkSending : team.linkSubmit}</button>
          <button type="button" class="button" @click=${this.modal.close}>${words.cancel}</button>
        </div>
      </form>`;
    }
    return html`<div class="form">
      <p class="notice warning" role="status">${team.linkOnce(name, dateWords(this.made.expiresAt, locale, now))}</p>
      <shown-once data-first .words=${words} .label=${team.linkLabel} .value=${this.made.url}></shown-once>
      <div class="actions"><button type="button" class="button primary" @click=${this.modal.close}>${team.linkDone}</button></div>
    </div>`;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words, announce } = this.desk;
    const work = () => client.staff.accounts.createPasswordLink(this.account.id);
    const made = await this.submission.run(work, words);
    if (made === null) return;
    this.made = made;
    announce(words.team.linkMade);
    await this.modal.focusFirst();
  };
}

customElements.define('password-link-form', PasswordLinkForm);
