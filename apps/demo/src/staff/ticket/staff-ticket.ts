import { declarationOf } from '@teo-support/core';
import type { LiveEvent, Presence, StaffTicket } from '@teo-support/sdk';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { emptyState } from '../design/empty-state.js';
import type { Desk } from '../desk/desk.js';
import '../faq/on-ticket/ticket-article-panel.js';
import { icon } from '../icons/icon.js';
import { failureState } from '../submission/failure.js';
import './assignment/assignment-form.js';
import { classificationPanel } from './classification/classification-panel.js';
import { clockPanel } from './clock/clock-panel.js';
import type { ComposeRequest } from './composers/compose-request.js';
import { StaffComposer } from './composers/staff-composer.js';
import { consultationsPanel } from './consultation/consultations-panel.js';
import { entrySentence } from './conversation/entry-words.js';
import { request } from './conversation/request.js';
import { timeline } from './conversation/timeline.js';
import { factsPanel } from './facts/facts-panel.js';
import './images/ticket-images.js';
import './related/merged-banner.js';
import './related/related-panel.js';
import { othersOn, presenceLine } from './presence/presence-line.js';
import { Visit } from './presence/visit.js';
import { testPanel } from './reproduction-test/test-panel.js';
import { rollBackPanel } from './roll-back/roll-back-panel.js';
import { staffTicketStyles } from './staff-ticket-styles.js';
import type { TicketChange } from './ticket-change.js';
import { ticketHead } from './ticket-head.js';
import { TicketLoader } from './ticket-loader.js';
import './transfer/transfer-form.js';

/** Several events in a row make one look at the ticket. */
const settleMs = 150;

/** One ticket: what was asked, what was said and done, and what can be done next. */
export class StaffTicketPage extends LitElement {
  static override properties = {
    desk: { attribute: false },
    ticketId: { attribute: false },
    moved: { attribute: false },
    backTo: { attribute: false },
  };
  declare desk: Desk;
  declare ticketId: string;
  /** Whether one came here from inside the staff view, which asks for the focus. */
  declare moved: boolean;
  /** The filters of the queue that one comes back to. */
  declare backTo: string;

  readonly #loader = new TicketLoader(this, (id, signal) =>
    this.desk.client.staff.tickets.get(id, { signal }),
  );
  #settling: ReturnType<typeof setTimeout> | undefined;
  #silence: (() => void) | null = null;
  readonly #visit = new Visit(() => this.desk.client.staff.tickets);
  /** Who was told to be answering already. */
  #answering: ReadonlySet<string> = new Set();
  #focused = '';
  /** Up to which version a form of this page has told what was done. */
  #told = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('ticketId')) return;
    this.#told = 0;
    this.#visit.begin(this.ticketId);
    void this.#loader.open(this.ticketId);
  }

  protected override firstUpdated(): void {
    this.addEventListener('ticket-change', this.#accept);
    this.addEventListener('ticket-reload', this.#lookSoon);
    this.#silence = this.desk.live.listen({
      happened: this.#happened,
      restored: this.#lookSoon,
      presence: this.#presenceChanged,
    });
  }

  protected override updated(): void {
    const { ticket, phase } = this.#loader;
    const name =
      ticket === null ? this.desk.words.ticket.loading : `${ticket.reference} ${ticket.subject ?? ''}`.trim();
    document.title = `${name} · ${this.desk.words.product}`;
    if (phase === 'loading' || this.#focused === this.ticketId) return;
    this.#focused = this.ticketId;
    if (this.moved) this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#silence?.();
    this.#visit.end();
    clearTimeout(this.#settling);
  }

  protected override render() {
    const { words } = this.desk;
    const { ticket, phase, error } = this.#loader;
    return html`<p class="back"><a class="button quiet" href="/staff${this.backTo}">${icon('back')}${words.ticket.back}</a></p>
      ${
        ticket !== null
          ? this.#page(ticket)
          : phase === 'missing'
            ? html`<div class="card">${emptyState('search', words.ticket.missing, words.ticket.missingText)}</div>`
            : phase === 'failed'
              ? html`<div class="card">${failureState(error, words, () => void this.#loader.open(this.ticketId))}</div>`
              : html`<p class="visually-hidden" role="status">${words.ticket.loading}</p>
                  <div class="card skeleton-rows" aria-hidden="true">${[1, 2, 3, 4].map(() => html`<div><span></span><span></span></div>`)}</div>`
      }`;
  }

  #page(ticket: StaffTicket) {
    const { desk } = this;
    const { words } = desk;
    // Refused with its reason while work goes on; afterwards only told.
    const transferable =
      ticket.transferredAt !== null ||
      (declarationOf(ticket.type).reproductionTested && ticket.possible.includes('answer'));
    return html`${ticketHead(ticket, desk)}
      ${presenceLine(ticket.id, desk)}
      <merged-banner .desk=${desk} .ticket=${ticket}></merged-banner>
      <div class="columns">
        <div class="talk">
          ${request(ticket, desk)}
          <section class="talk" aria-labelledby="conversation">
            <h2 id="conversation" class="visually-hidden">${words.ticket.conversation}</h2>
            ${timeline(ticket, desk)}
          </section>
          <staff-composer .desk=${desk} .ticket=${ticket} @input=${this.#writes}></staff-composer>
        </div>
        <div class="side-panels" @compose-request=${this.#compose}>
          <section class="card" aria-labelledby="clock">${clockPanel(ticket, desk)}</section>
          ${classificationPanel(ticket, desk)}
          <section class="card"><assignment-form .desk=${desk} .ticket=${ticket}></assignment-form></section>
          ${testPanel(ticket, desk)}
          ${transferable ? html`<section class="card"><transfer-form .desk=${desk} .ticket=${ticket}></transfer-form></section>` : nothing}
          ${rollBackPanel(ticket, desk)}
          ${consultationsPanel(ticket, desk)}
          <section class="card" aria-label=${words.faq.onTicket.title}><ticket-article-panel .desk=${desk} .ticket=${ticket}></ticket-article-panel></section>
          <section class="card"><related-panel .desk=${desk} .ticket=${ticket}></related-panel></section>
          <section class="card" aria-labelledby="facts">${factsPanel(ticket, desk)}</section>
        </div>
      </div>`;
  }

  readonly #compose = (event: ComposeRequest) => {
    void this.renderRoot.querySelector('staff-composer')?.open(event.mode);
  };

  readonly #accept = async (change: TicketChange) => {
    this.#loader.accept(change.ticket);
    this.#told = change.ticket.version;
    this.#visit.pauses();
    this.desk.announce(change.done);
    await this.updateComplete;
    // What had the focus may be gone with what it did: the title takes over.
    setTimeout(() => {
      if (document.activeElement === document.body) this.renderRoot.querySelector('h1')?.focus();
    });
  };

  readonly #happened = (event: LiveEvent) => {
    if (event.ticketId === this.ticketId) this.#lookSoon();
  };

  readonly #writes = ({ currentTarget }: Event) => {
    if (currentTarget instanceof StaffComposer) this.#visit.writes(currentTarget.doing);
  };

  readonly #presenceChanged = ({ ticketId }: Presence) => {
    if (ticketId !== this.ticketId) return;
    this.requestUpdate();
    const { words, announce } = this.desk;
    const answering = othersOn(ticketId, this.desk).filter(({ doing }) => doing === 'answering');
    // Who comes and goes is only shown; that somebody answers matters to whoever is about to.
    for (const { id, name } of answering) {
      if (!this.#answering.has(id)) announce(words.presence.doing.answering(name));
    }
    this.#answering = new Set(answering.map(({ id }) => id));
  };

  readonly #lookSoon = () => {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => void this.#look(), settleMs);
  };

  async #look(): Promise<void> {
    const before = this.#loader.ticket;
    await this.#loader.look(this.ticketId);
    const after = this.#loader.ticket;
    if (before === null || after === null) return;
    const { words, announce, member } = this.desk;
    const told = Math.max(before.version, this.#told);
    // What one did oneself is told by the form, in the words of what was done.
    const entry = after.timeline.findLast(({ version, by }) => version > told && by.id !== member.id);
    if (entry !== undefined) announce(words.ticket.updated(entrySentence(entry, words)));
  }

  static override styles = staffTicketStyles;
}

customElements.define('staff-ticket', StaffTicketPage);
