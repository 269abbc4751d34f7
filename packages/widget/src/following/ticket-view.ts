import type { LiveEvent, RequesterTicket } from '@teo-support/core/contract';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { apart } from '../panel/apart.js';
import type { FullSession } from '../panel/full-session.js';
import { sharedStyle } from '../panel/shared-style.js';
import { failedState, loadingState } from '../panel/states.js';
import { renderEntry } from './entries.js';
import { followingStyle } from './following-style.js';
import { renderRequest } from './request-facts.js';
import { isOutdated, type Outcome, type TicketCommands } from './ticket-commands.js';
import { renderHead } from './ticket-head.js';
import './reply-form.js';
import './roll-back.js';
import './ticket-images.js';
import './verdict-form.js';
import './withdrawal.js';
import { define } from '../panel/define.js';

/**
 * One ticket: whose turn it is, its clock and path, what was asked, what happened since, and what the person may do.
 * @fires announce - `detail` is a sentence for screen readers
 * @fires ticket-shown - `detail` is the ticket as it stands there now
 * @fires ticket-chosen - `detail` is the id of another ticket that this one names
 */
class TicketView extends LitElement {
  static override styles = [...sharedStyle, followingStyle];
  static override properties = {
    session: { attribute: false },
    ticketId: { attribute: false },
    lastEvent: { attribute: false },
    refreshes: { attribute: false },
    answering: { attribute: false },
    ticket: { state: true },
    failure: { state: true },
  };

  declare session: FullSession | null;
  declare ticketId: string;
  declare lastEvent: LiveEvent | null;
  /** Grows each time something may have been missed, after a cut or a pause. */
  declare refreshes: number;
  /** Whether the team is writing an answer. */
  declare answering: boolean;
  declare ticket: RequesterTicket | null;
  declare failure: unknown;

  readonly #commands: TicketCommands = {
    give: (command) => this.#give(command),
    reload: () => this.#load(),
  };

  #spoken = '';

  constructor() {
    super();
    this.session = null;
    this.ticketId = '';
    this.lastEvent = null;
    this.refreshes = 0;
    this.answering = false;
    this.ticket = null;
    this.failure = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('ticketId') && this.ticketId !== '') {
      this.ticket = null;
      this.failure = null;
      apart(this.#load());
    } else if (changed.has('refreshes')) {
      apart(this.#load());
    } else if (changed.has('lastEvent') && this.lastEvent?.ticketId === this.ticketId) {
      apart(this.#load().then(() => this.#announce()));
    }
  }

  override render(): TemplateResult | undefined {
    const { session, ticket } = this;
    if (session === null) return undefined;
    if (this.failure !== null) return failedState(this.failure, session.words, () => apart(this.#load()));
    if (ticket === null) return loadingState(session.words);
    const words = session.following.ticket;
    const { name, id } = ticket.requester;
    return html`<article class="stack">
      ${renderHead(ticket, session)}
      <teo-support-roll-back
        .session=${session}
        .ticket=${ticket}
        .commands=${this.#commands}
        .refreshes=${this.refreshes}
        ?hidden=${ticket.rollBack?.kind !== 'guided'}
        @announce=${(event: CustomEvent<string>) => this.#say(event.detail)}
      ></teo-support-roll-back>
      <details>
        <summary>${id === session.me.id ? words.request : words.requestOf(name)}</summary>
        ${renderRequest(ticket, session)}
      </details>
      <section class="stack" aria-label=${words.conversation}>
        <h3>${words.conversation}</h3>
        <ol class="timeline">
          ${ticket.timeline.map((entry) => html`<li>${renderEntry(entry, session)}</li>`)}
        </ol>
        <p class="hint" role="status">${this.answering ? words.answering : ''}</p>
      </section>
      ${this.#actions(session, ticket)}
    </article>`;
  }

  /** What the server says is possible, and nothing else. */
  #actions(session: FullSession, ticket: RequesterTicket): TemplateResult {
    const may = (command: RequesterTicket['possible'][number]) => ticket.possible.includes(command);
    const commands = this.#commands;
    return html`<teo-support-verdict-form
        .session=${session}
        .ticket=${ticket}
        .commands=${commands}
        ?hidden=${!may('confirm') && !may('reopen')}
      ></teo-support-verdict-form>
      <teo-support-reply-form
        .session=${session}
        .ticket=${ticket}
        .commands=${commands}
        ?hidden=${!may('reply')}
      ></teo-support-reply-form>
      <teo-support-withdrawal
        .session=${session}
        .ticket=${ticket}
        .commands=${commands}
        ?hidden=${!may('cancel')}
      ></teo-support-withdrawal>`;
  }

  async #give(command: Parameters<TicketCommands['give']>[0]): Promise<Outcome> {
    const { session } = this;
    try {
      if (session === null) throw new Error('Nobody is signed in.');
      const ticket = await command(session.client.tickets);
      await this.#showKeepingFocus(ticket);
      return { ok: true, ticket };
    } catch (error) {
      // Whoever acts on what is no longer so sees at once how things stand.
      if (isOutdated(error)) apart(this.#load());
      return { ok: false, error };
    }
  }

  async #load(): Promise<RequesterTicket | null> {
    const { session, ticketId } = this;
    if (session === null) return null;
    try {
      const ticket = await session.client.tickets.get(ticketId);
      if (ticketId === this.ticketId) this.#show(ticket);
      this.failure = null;
      return ticket;
    } catch (error) {
      if (this.ticket === null && ticketId === this.ticketId) this.failure = error;
      return null;
    }
  }

  /** Who pressed a button that is gone now goes on at the ticket's head, not at the top of the page. */
  async #showKeepingFocus(ticket: RequesterTicket): Promise<void> {
    const active = this.shadowRoot?.activeElement;
    this.#show(ticket);
    await this.updateComplete;
    if (active instanceof HTMLElement && active.hidden)
      this.renderRoot.querySelector<HTMLElement>('.subject')?.focus();
  }

  /** An answer that arrives late never takes the place of a newer one. */
  #show(ticket: RequesterTicket): void {
    if (this.ticket !== null && this.ticket.id === ticket.id && ticket.version < this.ticket.version) return;
    this.ticket = ticket;
    this.dispatchEvent(new CustomEvent('ticket-shown', { detail: ticket }));
  }

  #announce(): void {
    const { session, ticket, lastEvent } = this;
    if (session === null || ticket === null || lastEvent === null || lastEvent.by === 'teomaster') return;
    const words = session.following.ticket;
    const text =
      lastEvent.type === 'ticket.answered'
        ? words.newAnswer(ticket.reference)
        : words.changed(ticket.reference);
    this.#say(text);
  }

  /** The same sentence a second time is another one to the region that says it, or nobody would hear it. */
  #say(text: string): void {
    this.#spoken = text === this.#spoken ? `${text}\u00A0` : text;
    this.dispatchEvent(new CustomEvent('announce', { detail: this.#spoken }));
  }
}

define('teo-support-ticket-view', TicketView);
