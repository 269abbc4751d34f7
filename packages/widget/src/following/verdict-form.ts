import type { RequesterTicket } from '@teo-support/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { emptyReply, ReplyDrafts } from '../drafts/reply-drafts.js';
import { longDate } from '../locales/dates.js';
import { apart } from '../panel/apart.js';
import { define } from '../panel/define.js';
import type { FullSession } from '../panel/full-session.js';
import { sharedStyle } from '../panel/shared-style.js';
import { followingStyle } from './following-style.js';
import { refusalWords, type TicketCommands } from './ticket-commands.js';

/** Whether it is solved: the requester confirms, or says what is still wrong, as long as that is possible. */
class VerdictForm extends LitElement {
  static override styles = [...sharedStyle, followingStyle];
  static override properties = {
    session: { attribute: false },
    ticket: { attribute: false },
    commands: { attribute: false },
    reopening: { state: true },
    reason: { state: true },
    sending: { state: true },
    refusal: { state: true },
  };

  declare session: FullSession | null;
  declare ticket: RequesterTicket | null;
  declare commands: TicketCommands | null;
  declare reopening: boolean;
  declare reason: string;
  declare sending: boolean;
  declare refusal: unknown;

  constructor() {
    super();
    this.session = null;
    this.ticket = null;
    this.commands = null;
    this.reopening = false;
    this.reason = '';
    this.sending = false;
    this.refusal = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { ticket, session } = this;
    if (ticket === null || session === null || !ticket.possible.includes('reopen')) return;
    const before = changed.get('ticket');
    const isNews = before?.id !== ticket.id || !before.possible.includes('reopen');
    if (!changed.has('ticket') || !isNews) return;
    const begun = new ReplyDrafts(session.me.id, 'reopening').load(ticket.id).text;
    // An answer that was begun before the ticket was resolved most likely says why it is not solved.
    this.reason = begun === '' ? new ReplyDrafts(session.me.id, 'reply').load(ticket.id).text : begun;
    this.reopening = this.reason !== '';
  }

  override render(): TemplateResult | typeof nothing {
    const { session, ticket } = this;
    if (session === null || ticket === null) return nothing;
    const words = session.following.ticket;
    const { reopenableUntil } = ticket;
    return html`<form novalidate @submit=${(event: Event) => this.#onReopen(event)}>
      <h3>${words.solved}</h3>
      ${this.reopening ? this.#why(session) : this.#choices(session, ticket)}
      ${this.refusal === null ? nothing : html`<p class="notice danger" role="alert">${refusalWords(this.refusal, session)}</p>`}
      ${
        reopenableUntil !== null && ticket.possible.includes('reopen')
          ? html`<p class="hint">${words.reopenUntil(longDate(reopenableUntil, session.locale))}</p>`
          : nothing
      }
    </form>`;
  }

  #choices({ following }: FullSession, { possible }: RequesterTicket): TemplateResult {
    const words = following.ticket;
    return html`<div class="row">
      ${
        possible.includes('confirm')
          ? html`<button class="button primary" type="button" aria-disabled=${this.sending} @click=${() => this.#confirm()}>
              ${words.confirm}
            </button>`
          : nothing
      }
      ${
        possible.includes('reopen')
          ? html`<button class="button" type="button" @click=${() => this.#toggle(true)}>${words.notSolved}</button>`
          : nothing
      }
    </div>`;
  }

  #why({ following }: FullSession): TemplateResult {
    const words = following.ticket;
    return html`<div class="field">
        <label class="label" for="reason">${words.why}</label>
        <textarea
          class="input"
          id="reason"
          .value=${this.reason}
          @input=${(event: Event) => {
            if (event.target instanceof HTMLTextAreaElement) this.#write(event.target.value);
          }}
        ></textarea>
      </div>
      <div class="row">
        <button class="button primary" type="submit" aria-disabled=${this.sending}>${words.reopen}</button>
        <button class="button quiet" type="button" @click=${() => this.#toggle(false)}>${words.goBack}</button>
      </div>`;
  }

  async #confirm(): Promise<void> {
    const { ticket } = this;
    // What is confirmed is the resolution that was read, not another one that came in the meantime.
    if (ticket !== null)
      await this.#give((commands) =>
        commands.give((tickets) => tickets.confirm(ticket.id, { ifMatch: ticket.version })),
      );
  }

  async #onReopen(event: Event): Promise<void> {
    event.preventDefault();
    const { ticket, reason, session } = this;
    if (ticket === null || session === null) return;
    const reopened = await this.#give((commands) =>
      commands.give((tickets) => tickets.reopen(ticket.id, { reason })),
    );
    if (!reopened) return;
    for (const about of ['reopening', 'reply'] as const)
      new ReplyDrafts(session.me.id, about).discard(ticket.id);
    this.reason = '';
    this.reopening = false;
  }

  async #give(act: (commands: TicketCommands) => ReturnType<TicketCommands['give']>): Promise<boolean> {
    if (this.commands === null || this.sending) return false;
    this.sending = true;
    this.refusal = null;
    const outcome = await act(this.commands);
    this.sending = false;
    if (!outcome.ok) this.refusal = outcome.error;
    return outcome.ok;
  }

  #write(reason: string): void {
    this.reason = reason;
    const { session, ticket } = this;
    if (session === null || ticket === null) return;
    new ReplyDrafts(session.me.id, 'reopening').save(ticket.id, { ...emptyReply(), text: reason });
  }

  #toggle(reopening: boolean): void {
    this.reopening = reopening;
    apart(
      this.updateComplete.then(() => {
        this.renderRoot.querySelector<HTMLElement>(reopening ? '#reason' : '.button')?.focus();
      }),
    );
  }
}

define('teo-support-verdict-form', VerdictForm);
