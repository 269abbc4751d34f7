import type { RequesterTicket } from '@teo-support/core/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { apart } from '../panel/apart.js';
import { define } from '../panel/define.js';
import type { FullSession } from '../panel/full-session.js';
import { sharedStyle } from '../panel/shared-style.js';
import { followingStyle } from './following-style.js';
import { refusalWords, type TicketCommands } from './ticket-commands.js';

/** Takes a ticket back that no longer needs an answer. Asked once, as it cannot be undone. */
class Withdrawal extends LitElement {
  static override styles = [...sharedStyle, followingStyle];
  static override properties = {
    session: { attribute: false },
    ticket: { attribute: false },
    commands: { attribute: false },
    asking: { state: true },
    sending: { state: true },
    refusal: { state: true },
  };

  declare session: FullSession | null;
  declare ticket: RequesterTicket | null;
  declare commands: TicketCommands | null;
  declare asking: boolean;
  declare sending: boolean;
  declare refusal: unknown;

  constructor() {
    super();
    this.session = null;
    this.ticket = null;
    this.commands = null;
    this.asking = false;
    this.sending = false;
    this.refusal = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (session === null) return nothing;
    const words = session.following.ticket;
    if (!this.asking) {
      return html`<button class="button quiet" type="button" @click=${() => this.#ask(true)}>${words.withdraw}</button>`;
    }
    return html`<form novalidate aria-labelledby="title" @submit=${(event: Event) => this.#onSubmit(event)}>
      <h3 id="title">${words.withdrawTitle}</h3>
      <p id="final">${words.withdrawFinal}</p>
      <div class="field">
        <label class="label" for="why">${words.withdrawWhy}</label>
        <textarea class="input" id="why" aria-describedby="final"></textarea>
      </div>
      ${this.refusal === null ? nothing : html`<p class="notice danger" role="alert">${refusalWords(this.refusal, session)}</p>`}
      <div class="row">
        <button class="button danger" type="submit" aria-disabled=${this.sending}>${words.withdrawConfirm}</button>
        <button class="button" type="button" @click=${() => this.#ask(false)}>${words.keep}</button>
      </div>
    </form>`;
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { ticket, commands } = this;
    if (ticket === null || commands === null || this.sending) return;
    const reason = this.renderRoot.querySelector('textarea')?.value ?? '';
    this.sending = true;
    this.refusal = null;
    const outcome = await commands.give((tickets) => tickets.cancel(ticket.id, { reason }));
    this.sending = false;
    if (outcome.ok) this.asking = false;
    else this.refusal = outcome.error;
  }

  #ask(asking: boolean): void {
    this.asking = asking;
    this.refusal = null;
    apart(
      this.updateComplete.then(() => {
        this.renderRoot.querySelector<HTMLElement>(asking ? '#why' : '.button')?.focus();
      }),
    );
  }
}

define('teo-support-withdrawal', Withdrawal);
