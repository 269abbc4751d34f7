import type { LiveEvent, TicketSummary } from '@teo-support/core/contract';
import type { Page } from '@teo-support/sdk';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import { apart, ours } from '../panel/apart.js';
import { define } from '../panel/define.js';
import type { FullSession } from '../panel/full-session.js';
import { sharedStyle } from '../panel/shared-style.js';
import { failedState, loadingState } from '../panel/states.js';
import { clockWords } from './clock-words.js';
import { followingStyle } from './following-style.js';
import { toneOf } from './ticket-head.js';

const searchPauseMs = 250;

/**
 * The tickets of the person or of their organization, latest change first, kept up to date in place.
 * @fires ticket-chosen - `detail` is the ticket's id
 */
class MyTickets extends LitElement {
  static override styles = [...sharedStyle, followingStyle];
  static override properties = {
    session: { attribute: false },
    lastEvent: { attribute: false },
    refreshes: { attribute: false },
    unread: { attribute: false },
    scope: { state: true },
    items: { state: true },
    page: { state: true },
    failure: { state: true },
  };

  declare session: FullSession | null;
  declare lastEvent: LiveEvent | null;
  /** Grows each time something may have been missed, after a cut or a pause. */
  declare refreshes: number;
  /** The tickets in which something happened since the person read them last. */
  declare unread: ReadonlySet<string>;
  declare scope: 'mine' | 'organization';
  declare items: readonly TicketSummary[] | null;
  declare page: Page<TicketSummary> | null;
  declare failure: unknown;

  #q = '';
  #asking: AbortController | null = null;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.session = null;
    this.lastEvent = null;
    this.refreshes = 0;
    this.unread = new Set();
    this.scope = 'mine';
    this.items = null;
    this.page = null;
    this.failure = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const first = changed.has('session') && this.session !== null;
    const news = changed.has('refreshes') || (changed.has('lastEvent') && this.lastEvent !== null);
    if (first || changed.has('scope') || news) apart(this.#load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
    this.#asking?.abort();
  }

  override render(): TemplateResult | undefined {
    const { session } = this;
    if (session === null) return undefined;
    const { words } = session;
    const { list } = session.following;
    return html`<div class="stack">
      <div class="field">
        <label class="label visually-hidden" for="scope">${list.scope}</label>
        <select class="input" id="scope" @change=${(event: Event) => this.#onScope(event)}>
          <option value="mine" ?selected=${this.scope === 'mine'}>${list.mine}</option>
          <option value="organization" ?selected=${this.scope === 'organization'}>${list.organization}</option>
        </select>
      </div>
      <div class="field">
        <label class="label visually-hidden" for="q">${list.search}</label>
        <input class="input" id="q" type="search" placeholder=${list.search} @input=${(event: Event) => this.#onSearch(event)} />
      </div>
      ${
        this.failure !== null
          ? failedState(this.failure, words, () => apart(this.#load()))
          : this.items === null
            ? loadingState(words)
            : this.#list(session, this.items)
      }
    </div>`;
  }

  #list(session: FullSession, items: readonly TicketSummary[]): TemplateResult {
    const { list } = session.following;
    if (items.length === 0) {
      const nothingFound = this.#q !== '';
      return html`<div class="empty" role="status">
        ${icon('ticket')}
        <strong>${nothingFound ? list.nothing : list.empty}</strong>
        <span>${nothingFound ? list.nothingText : list.emptyText}</span>
      </div>`;
    }
    return html`<p class="small soft" role="status">${this.page?.atLeast ? list.atLeast(this.page.total) : list.total(this.page?.total ?? items.length)}</p>
      <ul class="tickets">
        ${items.map((ticket) => html`<li>${this.#ticket(session, ticket)}</li>`)}
      </ul>
      ${
        this.page?.hasNext
          ? html`<button class="button" type="button" @click=${() => this.#more()}>${list.more}</button>`
          : nothing
      }`;
  }

  #ticket(session: FullSession, ticket: TicketSummary): TemplateResult {
    const clock = clockWords(ticket, session);
    return html`<button class="ticket" type="button"
      @click=${() => this.dispatchEvent(new CustomEvent('ticket-chosen', { detail: ticket.id }))}>
      <span class="row">
        <span class="reference grow">${ticket.reference}${
          ticket.requester.id === session.me.id
            ? nothing
            : html`, ${session.following.list.by(ticket.requester.name)}`
        }</span>
        ${this.unread.has(ticket.id) ? html`<span class="badge info">${session.following.list.unread}</span>` : nothing}
        <span class="badge ${toneOf(ticket)}">${statusWords(ticket, session)}</span>
      </span>
      <strong>${ticket.subject ?? session.domain.erased}</strong>
      ${
        ticket.merged
          ? nothing
          : html`<span class="small soft with-icon">${icon(clock.icon)} <span class="grow">${clock.text}</span></span>`
      }
    </button>`;
  }

  #onScope(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    this.scope = event.target.value === 'organization' ? 'organization' : 'mine';
  }

  #onSearch(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.#q = event.target.value.trim();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(
      ours(() => this.#load()),
      searchPauseMs,
    );
  }

  async #load(): Promise<void> {
    const { session } = this;
    if (session === null) return;
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const limit = Math.min(100, Math.max(20, this.items?.length ?? 0));
      const query = { scope: this.scope, limit, ...(this.#q === '' ? {} : { q: this.#q }) };
      const page = await session.client.tickets.list(query, { signal: asking.signal });
      this.page = page;
      this.items = page.items;
      this.failure = null;
    } catch (error) {
      if (asking.signal.aborted) return;
      // A list that is there already is better than none.
      if (this.items === null) this.failure = error;
    }
  }

  async #more(): Promise<void> {
    const next = await this.page?.next().catch((error: unknown) => {
      this.failure = error;
      return null;
    });
    if (next === null || next === undefined) return;
    this.page = next;
    this.items = [...(this.items ?? []), ...next.items];
  }
}

/** The status, or what the reader is asked for. */
function statusWords(ticket: TicketSummary, { domain, following }: FullSession): string {
  if (ticket.merged) return following.path.steps.merged;
  if (ticket.status === 'pending') return following.list.yours;
  return ticket.status === 'resolved' ? following.list.toConfirm : domain.statuses[ticket.status];
}

define('teo-support-my-tickets', MyTickets);
