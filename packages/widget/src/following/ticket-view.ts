import { permission } from '@teo-support/core';
import type { LiveEvent, RequesterTicket } from '@teo-support/core/contract';
import { ApiError } from '@teo-support/sdk';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ReplyDrafts } from '../drafts/reply-drafts.js';
import { icon } from '../panel/icons.js';
import { actorOf, failureWords, type Session } from '../panel/session.js';
import { sharedStyle } from '../panel/shared-style.js';
import { failedState, loadingState } from '../panel/states.js';
import { clockWords } from './clock-words.js';
import { renderEntry } from './entries.js';
import { followingStyle } from './following-style.js';
import { renderRequest } from './request-facts.js';
import './ticket-images.js';

/**
 * One ticket: its clock, what was asked, what happened since, and what the person may do now.
 * @fires announce - `detail` is a sentence for screen readers
 */
export class TicketView extends LitElement {
  static override styles = [...sharedStyle, followingStyle];
  static override properties = {
    session: { attribute: false },
    ticketId: { attribute: false },
    lastEvent: { attribute: false },
    refreshes: { attribute: false },
    ticket: { state: true },
    failure: { state: true },
    refusal: { state: true },
    reopening: { state: true },
    sending: { state: true },
    reply: { state: true },
    reason: { state: true },
  };

  declare session: Session | null;
  declare ticketId: string;
  declare lastEvent: LiveEvent | null;
  /** Grows each time something may have been missed, after a cut or a pause. */
  declare refreshes: number;
  declare ticket: RequesterTicket | null;
  declare failure: unknown;
  /** Why the last action was refused. */
  declare refusal: unknown;
  declare reopening: boolean;
  declare sending: boolean;
  declare reply: string;
  declare reason: string;

  constructor() {
    super();
    this.session = null;
    this.ticketId = '';
    this.lastEvent = null;
    this.refreshes = 0;
    this.ticket = null;
    this.failure = null;
    this.refusal = null;
    this.reopening = false;
    this.sending = false;
    this.reply = '';
    this.reason = '';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('ticketId') && this.ticketId !== '') {
      this.ticket = null;
      this.reply = this.#drafts()?.load(this.ticketId) ?? '';
      void this.#load();
    } else if (changed.has('refreshes')) {
      void this.#load();
    } else if (changed.has('lastEvent') && this.lastEvent?.ticketId === this.ticketId) {
      void this.#load().then(() => this.#announce());
    }
  }

  override render(): TemplateResult | undefined {
    const { session, ticket } = this;
    if (session === null) return undefined;
    if (this.failure !== null) return failedState(this.failure, session.words, () => void this.#load());
    if (ticket === null) return loadingState(session.words);
    const { words, domain } = session;
    const clock = clockWords(ticket.clock, session);
    return html`<article class="stack">
      <div>
        <p class="row reference">
          <span class="grow">${ticket.reference} · ${domain.ticketTypes[ticket.type].name}</span>
          <span class="badge ${ticket.turn === 'requester' ? 'warning' : ticket.turn === 'nobody' ? 'success' : 'info'}">${domain.statuses[ticket.status]}</span>
        </p>
        <h3>${ticket.subject ?? domain.erased}</h3>
        <p class="small soft">
          ${ticket.turn === 'nobody' ? nothing : html`${words.ticket.turn(domain.turns[ticket.turn])} · `}${words.form.priority(domain.priorities[ticket.priority].name)}
        </p>
      </div>
      <p class="clock ${clock.tone}">${icon(clock.icon)} <span>${clock.text}</span></p>
      <details>
        <summary>${words.ticket.request}</summary>
        ${renderRequest(ticket, session)}
      </details>
      <section class="stack" aria-label=${words.ticket.conversation}>
        <h3>${words.ticket.conversation}</h3>
        <ol class="timeline">
          ${ticket.timeline.map((entry) => html`<li>${renderEntry(entry, session)}</li>`)}
        </ol>
      </section>
      ${this.#refusalNotice(session)} ${this.#replyForm(session, ticket)} ${this.#verdictForm(session, ticket)}
    </article>`;
  }

  #refusalNotice({ words }: Session): TemplateResult | typeof nothing {
    if (this.refusal === null) return nothing;
    const detail =
      this.refusal instanceof ApiError && this.refusal.errors[0] !== undefined
        ? this.refusal.errors[0].detail
        : failureWords(this.refusal, words);
    return html`<p class="notice danger" role="alert">${detail}</p>`;
  }

  #replyForm(session: Session, ticket: RequesterTicket): TemplateResult | typeof nothing {
    if (!permission('reply', ticket, actorOf(session)).ok) return nothing;
    const { words } = session;
    return html`<form @submit=${(event: Event) => this.#onReply(event)}>
      <div class="field">
        <label class="label" for="reply">${words.ticket.reply}</label>
        <p class="hint" id="reply-hint">${words.ticket.replyHint}</p>
        <textarea class="input" id="reply" aria-describedby="reply-hint" .value=${live(this.reply)}
          @input=${(event: Event) => {
            if (event.target instanceof HTMLTextAreaElement) this.#write(event.target.value);
          }}></textarea>
      </div>
      <span><button class="button primary" type="submit" aria-disabled=${this.sending}>${words.ticket.sendReply}</button></span>
    </form>`;
  }

  #verdictForm(session: Session, ticket: RequesterTicket): TemplateResult | typeof nothing {
    const { words } = session;
    const actor = actorOf(session);
    const mayConfirm = permission('confirm', ticket, actor).ok;
    const mayReopen = permission('reopen', ticket, actor).ok;
    if (!mayConfirm && !mayReopen) return nothing;
    return html`<form @submit=${(event: Event) => this.#onReopen(event)}>
      <h3>${words.ticket.solved}</h3>
      ${
        this.reopening
          ? html`<div class="field">
                <label class="label" for="reason">${words.ticket.why}</label>
                <textarea class="input" id="reason" .value=${live(this.reason)}
                  @input=${(event: Event) => {
                    if (event.target instanceof HTMLTextAreaElement) this.reason = event.target.value;
                  }}></textarea>
              </div>
              <div class="row">
                <button class="button primary" type="submit" aria-disabled=${this.sending}>${words.ticket.reopen}</button>
                <button class="button quiet" type="button" @click=${() => this.#toggleReopening(false)}>${words.ticket.cancel}</button>
              </div>`
          : html`<div class="row">
              ${mayConfirm ? html`<button class="button primary" type="button" aria-disabled=${this.sending} @click=${() => this.#act(({ client }) => client.tickets.confirm(ticket.id))}>${words.ticket.confirm}</button>` : nothing}
              ${mayReopen ? html`<button class="button" type="button" @click=${() => this.#toggleReopening(true)}>${words.ticket.notSolved}</button>` : nothing}
            </div>`
      }
    </form>`;
  }

  #toggleReopening(reopening: boolean): void {
    this.reopening = reopening;
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>(reopening ? '#reason' : 'form .button')?.focus();
    });
  }

  #drafts(): ReplyDrafts | null {
    return this.session === null ? null : new ReplyDrafts(this.session.me.id);
  }

  #write(text: string): void {
    this.reply = text;
    this.#drafts()?.save(this.ticketId, text);
  }

  async #onReply(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.reply;
    if (await this.#act(({ client }) => client.tickets.reply(this.ticketId, { text }))) this.#write('');
  }

  async #onReopen(event: Event): Promise<void> {
    event.preventDefault();
    const { reason } = this;
    if (!(await this.#act(({ client }) => client.tickets.reopen(this.ticketId, { reason })))) return;
    this.reason = '';
    this.reopening = false;
  }

  /** Gives a command; on a refusal what was typed stays where it is. */
  async #act(command: (session: Session) => Promise<RequesterTicket>): Promise<boolean> {
    const { session } = this;
    if (session === null || this.sending) return false;
    this.sending = true;
    this.refusal = null;
    try {
      this.#show(await command(session));
      return true;
    } catch (error) {
      this.refusal = error;
      return false;
    } finally {
      this.sending = false;
    }
  }

  async #load(): Promise<void> {
    const { session, ticketId } = this;
    if (session === null) return;
    try {
      const ticket = await session.client.tickets.get(ticketId);
      if (ticketId === this.ticketId) this.#show(ticket);
      this.failure = null;
    } catch (error) {
      if (this.ticket === null) this.failure = error;
    }
  }

  /** An answer that arrives late never takes the place of a newer one. */
  #show(ticket: RequesterTicket): void {
    if (this.ticket !== null && this.ticket.id === ticket.id && ticket.version < this.ticket.version) return;
    this.ticket = ticket;
  }

  #announce(): void {
    const { session, ticket, lastEvent } = this;
    if (session === null || ticket === null || lastEvent === null || lastEvent.by !== 'staff') return;
    const { words } = session;
    const text =
      lastEvent.type === 'ticket.answered'
        ? words.ticket.newAnswer(ticket.reference)
        : words.ticket.changed(ticket.reference);
    this.dispatchEvent(new CustomEvent('announce', { detail: text }));
  }
}

if (customElements.get('teo-support-ticket-view') === undefined) {
  customElements.define('teo-support-ticket-view', TicketView);
}
