import { declarationOf, isTicketType, type TicketType, ticketTypes } from '@teo-support/core';
import type { LiveEvent, RequesterTicket } from '@teo-support/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DraftStore } from '../drafts/draft-store.js';
import type { Destination, Settings } from '../launcher/settings.js';
import { longDate } from '../locales/dates.js';
import { type Language, loadLanguage } from '../locales/language.js';
import { icon } from './icons.js';
import { LiveTickets } from './live-tickets.js';
import { panelStyle } from './panel-style.js';
import { openSession, type Session } from './session.js';
import { sharedStyle } from './shared-style.js';
import { failedState, loadingState } from './states.js';

type View =
  | { readonly name: 'home'; readonly tab: 'new' | 'mine' }
  | { readonly name: 'filing'; readonly type: TicketType }
  | { readonly name: 'filed'; readonly ticket: RequesterTicket }
  | { readonly name: 'ticket'; readonly id: string };

/** The panel: who is signed in, which view is shown, and where the focus goes. */
export class SupportPanel extends LitElement {
  static override styles = [...sharedStyle, panelStyle];
  static override properties = {
    settings: { attribute: false },
    view: { state: true },
    language: { state: true },
    session: { state: true },
    failure: { state: true },
    connected: { state: true },
    lastEvent: { state: true },
    refreshes: { state: true },
    announcement: { state: true },
  };

  declare settings: Settings | null;
  declare view: View;
  declare language: Language | null;
  declare session: Session | null;
  declare failure: unknown;
  declare connected: boolean;
  declare lastEvent: LiveEvent | null;
  declare refreshes: number;
  declare announcement: string;

  #drafts: DraftStore | null = null;
  readonly #live = new LiveTickets({
    heard: (event) => {
      this.lastEvent = event;
    },
    connection: (connected) => {
      if (connected && !this.connected) this.refreshes += 1;
      this.connected = connected;
    },
  });
  #opening: Promise<void> | null = null;

  constructor() {
    super();
    this.settings = null;
    this.view = { name: 'home', tab: 'new' };
    this.language = null;
    this.session = null;
    this.failure = null;
    this.connected = true;
    this.lastEvent = null;
    this.refreshes = 0;
    this.announcement = '';
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.stopPropagation();
      this.#close();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.popover = 'manual';
    this.setAttribute('role', 'dialog');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#live.stop();
  }

  /** Shows the panel, and in it a place or the place where it was left. */
  async show(destination: Destination | null): Promise<void> {
    if (!this.matches(':popover-open')) this.showPopover();
    if (destination !== null) this.#goTo(destination);
    if (this.session === null) {
      this.#opening ??= this.#open().finally(() => {
        this.#opening = null;
      });
      await this.#opening;
    } else {
      if (this.#live.start(this.session.client)) this.refreshes += 1;
    }
    await this.#focusHeading();
  }

  hide(): void {
    if (this.matches(':popover-open')) this.hidePopover();
    this.#live.stop();
  }

  async #open(): Promise<void> {
    const { settings } = this;
    if (settings === null) return;
    this.failure = null;
    try {
      const language = loadLanguage(settings.locale);
      this.language = await language;
      this.setAttribute('aria-label', this.language.words.title);
      this.lang = settings.locale;
      const session = await openSession(settings, language);
      this.#drafts = new DraftStore(session.me.id);
      this.session = session;
      this.#live.start(session.client);
    } catch (error) {
      if (this.language === null) throw error;
      this.failure = error;
    }
  }

  #goTo(destination: Destination): void {
    switch (destination.view) {
      case 'home':
        this.view = { name: 'home', tab: 'new' };
        return;
      case 'compose':
        if (isTicketType(destination.type)) this.view = { name: 'filing', type: destination.type };
        return;
      case 'ticket':
        this.view = { name: 'ticket', id: destination.id };
    }
  }

  async #move(view: View): Promise<void> {
    this.view = view;
    await this.#focusHeading();
  }

  /** A new view begins at its heading, for eyes and screen readers alike. */
  async #focusHeading(): Promise<void> {
    await this.updateComplete;
    const heading = this.renderRoot.querySelector<HTMLElement>('h2[tabindex]');
    heading?.focus();
    this.renderRoot.querySelector('.content')?.scrollTo(0, 0);
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('panel-close'));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // What is not needed yet is not loaded yet.
    if (changed.has('view')) {
      if (this.view.name === 'filing') void import('../filing/ticket-form.js');
      if (this.view.name === 'ticket') void import('../following/ticket-view.js');
      if (this.view.name === 'home' && this.view.tab === 'mine') void import('../following/my-tickets.js');
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { language, session } = this;
    if (language === null) return nothing;
    const { words } = language;
    const inner = this.view.name !== 'home';
    return html`<div class="frame">
      <div class="header ${inner ? 'inner' : ''}">
        ${
          inner
            ? html`<button class="button quiet icon" type="button" aria-label=${words.back} @click=${() => this.#back()}>
                ${icon('back')}
              </button>`
            : nothing
        }
        <h2 tabindex="-1">${this.#heading(language)}</h2>
        <button class="button quiet icon" type="button" aria-label=${words.close} @click=${() => this.#close()}>
          ${icon('close')}
        </button>
      </div>
      ${this.connected ? nothing : html`<p class="lost" role="status">${words.state.lost}</p>`}
      <div class="content">
        ${
          this.failure !== null
            ? failedState(this.failure, words, () => void this.#open())
            : session === null
              ? loadingState(words)
              : this.#content(session)
        }
      </div>
      <span class="visually-hidden" role="status">${this.announcement}</span>
    </div>`;
  }

  #heading({ words, domain }: Language): string {
    switch (this.view.name) {
      case 'home':
        return words.title;
      case 'filing':
        return domain.ticketTypes[this.view.type].name;
      case 'filed':
        return words.filed.title(this.view.ticket.reference);
      case 'ticket':
        return words.home.myTickets;
    }
  }

  #back(): void {
    const tab = this.view.name === 'ticket' ? 'mine' : 'new';
    void this.#move({ name: 'home', tab });
  }

  #content(session: Session): TemplateResult {
    switch (this.view.name) {
      case 'home':
        return this.#home(session, this.view.tab);
      case 'filing':
        return html`<teo-support-ticket-form
          .session=${session}
          .drafts=${this.#drafts}
          .type=${this.view.type}
          @ticket-filed=${(event: CustomEvent<RequesterTicket>) => this.#filed(event.detail)}
        ></teo-support-ticket-form>`;
      case 'filed':
        return this.#filedView(session, this.view.ticket);
      case 'ticket':
        return html`<teo-support-ticket-view
          .session=${session}
          .ticketId=${this.view.id}
          .lastEvent=${this.lastEvent}
          .refreshes=${this.refreshes}
          @announce=${(event: CustomEvent<string>) => this.#announce(event.detail)}
        ></teo-support-ticket-view>`;
    }
  }

  #home(session: Session, tab: 'new' | 'mine'): TemplateResult {
    const { words, domain, me } = session;
    const select = (chosen: 'new' | 'mine') => {
      this.view = { name: 'home', tab: chosen };
    };
    const tabButton = (name: 'new' | 'mine', label: string) => html`<button
      type="button"
      role="tab"
      id="tab-${name}"
      aria-selected=${tab === name}
      aria-controls="tabpanel"
      tabindex=${tab === name ? 0 : -1}
      @click=${() => select(name)}
    >
      ${label}
    </button>`;
    const onArrow = (event: KeyboardEvent) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      const other = tab === 'new' ? 'mine' : 'new';
      select(other);
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>(`#tab-${other}`)?.focus(),
      );
    };
    return html`<div class="stack">
      <div>
        <p class="soft">${words.home.greeting(me.name)}, ${me.organization.name}</p>
        <h3>${words.home.lead}</h3>
      </div>
      <div class="tabs" role="tablist" aria-label=${words.title} @keydown=${onArrow}>
        ${tabButton('new', words.home.newTicket)} ${tabButton('mine', words.home.myTickets)}
      </div>
      <div id="tabpanel" role="tabpanel" aria-labelledby="tab-${tab}">
        ${
          tab === 'mine'
            ? html`<teo-support-my-tickets
                .session=${session}
                .lastEvent=${this.lastEvent}
          .refreshes=${this.refreshes}
                @ticket-chosen=${(event: CustomEvent<string>) => this.#move({ name: 'ticket', id: event.detail })}
              ></teo-support-my-tickets>`
            : html`<ul class="types">
                ${ticketTypes.map(
                  (type) => html`<li>
                    <button class="type" type="button" @click=${() => this.#move({ name: 'filing', type })}>
                      ${icon(declarationOf(type).reproductionTested ? 'bug' : 'question')}
                      <strong>${domain.ticketTypes[type].name}</strong>
                      <span class="soft">${domain.ticketTypes[type].when}</span>
                      ${icon('next')}
                      ${this.#drafts?.isBegun(type) ? html`<span class="soft"><span class="badge warning">${words.home.draft}</span></span>` : nothing}
                    </button>
                  </li>`,
                )}
              </ul>`
        }
      </div>
    </div>`;
  }

  #filedView({ words, domain, locale }: Session, ticket: RequesterTicket): TemplateResult {
    return html`<div class="stack">
      <div class="notice">
        <span class="row">${icon('done')} <strong>${ticket.subject}</strong></span>
        <span>${words.form.priority(domain.priorities[ticket.priority].name)}</span>
        <span>${words.form.target(longDate(ticket.clock.dueAt, locale))}</span>
      </div>
      <p>${words.filed.next}</p>
      <div class="row">
        <button class="button primary" type="button" @click=${() => this.#move({ name: 'ticket', id: ticket.id })}>
          ${words.filed.see}
        </button>
        <button class="button" type="button" @click=${() => this.#move({ name: 'home', tab: 'new' })}>
          ${words.filed.another}
        </button>
      </div>
    </div>`;
  }

  #filed(ticket: RequesterTicket): void {
    this.dispatchEvent(
      new CustomEvent('panel-filed', { detail: { id: ticket.id, reference: ticket.reference } }),
    );
    void this.#move({ name: 'filed', ticket });
  }

  #announce(text: string): void {
    this.announcement = text;
  }
}

/** Makes the panel, whose tag is registered only when it is first needed. */
export function createPanel(): SupportPanel {
  if (customElements.get('teo-support-panel') === undefined)
    customElements.define('teo-support-panel', SupportPanel);
  return new SupportPanel();
}
