import { isTicketType, subjectField, type TicketType } from '@teo-support/core';
import type { LiveEvent, RequesterTicket } from '@teo-support/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { tokensText } from '../design/tokens-text.js';
import { DraftStore, somethingWaits } from '../drafts/draft-store.js';
import type { Reader, ReadersPlace } from '../faq/reader.js';
import { TicketForm } from '../filing/ticket-form.js';
import type { Destination, GivenAnswers, Settings } from '../launcher/settings.js';
import { type Language, loadLanguage } from '../locales/language.js';
import { define } from './define.js';
import type { FullSession } from './full-session.js';
import { type HomeTab, renderHome, renderTypes } from './home.js';
import { icon } from './icons.js';
import { type Later, type LoadLater, laterOf, loadFaq, loadFollowing } from './later.js';
import type { LiveTickets } from './live-tickets.js';
import { panelStyle } from './panel-style.js';
import { openSession, type Session } from './session.js';
import { sharedStyle } from './shared-style.js';
import { failedState, loadingState } from './states.js';

type View =
  | { readonly name: 'home'; readonly tab: HomeTab; readonly answers?: GivenAnswers }
  | { readonly name: 'filing'; readonly type: TicketType; readonly answers: GivenAnswers }
  | { readonly name: 'filed'; readonly ticket: RequesterTicket; readonly later: Later }
  | { readonly name: 'ticket'; readonly id: string };

const sendAgainAfterMs = 30_000;

/** The panel: who is signed in, which view is shown, and where the focus goes. */
export class SupportPanel extends LitElement implements ReadersPlace {
  static override styles = [unsafeCSS(tokensText), ...sharedStyle, panelStyle];
  static override properties = {
    settings: { attribute: false },
    view: { state: true },
    reading: { state: true },
    reader: { state: true },
    language: { state: true },
    session: { state: true },
    following: { state: true },
    failure: { state: true },
    missing: { state: true },
    connected: { state: true },
    lastEvent: { state: true },
    refreshes: { state: true },
    announcement: { state: true },
  };

  declare settings: Settings | null;
  declare view: View;
  declare reading: readonly string[];
  /** The FAQ, once it is shown. */
  declare reader: Reader | null;
  declare language: Language | null;
  declare session: Session | null;
  /** What the views of following work with, once one is shown. */
  declare following: FullSession | null;
  declare failure: unknown;
  /** Why the code of the view did not come. */
  declare missing: unknown;
  declare connected: boolean;
  declare lastEvent: LiveEvent | null;
  declare refreshes: number;
  declare announcement: string;

  /** The tickets to which the team is writing an answer. */
  readonly #answering = new Set<string>();
  #drafts: DraftStore | null = null;
  #loadLater: LoadLater | null = null;
  /** Made when its code has come, after the first view. */
  #live: LiveTickets | null = null;
  /** What is to be searched for when the FAQ has come. */
  #words = '';
  #opening: Promise<void> | null = null;
  #later: ReturnType<typeof setTimeout> | undefined;
  readonly #onOnline = () => void this.#sendWaiting();

  constructor() {
    super();
    this.settings = null;
    this.view = { name: 'home', tab: 'new' };
    this.reading = [];
    this.reader = null;
    this.language = null;
    this.session = null;
    this.following = null;
    this.failure = null;
    this.missing = null;
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
    addEventListener('online', this.#onOnline);
    this.popover = 'manual';
    this.setAttribute('role', 'dialog');
    // A ticket that waits goes without anybody opening the panel; what does not work now is tried when it is opened.
    if (somethingWaits()) this.#ready().catch(() => {});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onOnline);
    clearTimeout(this.#later);
    this.#live?.stop();
  }

  /** Shows the panel, and in it a place or the place where it was left. */
  async show(destination: Destination | null): Promise<void> {
    if (!this.matches(':popover-open')) this.showPopover();
    if (destination !== null) this.#goTo(destination);
    const fresh = this.session === null;
    await this.#ready();
    await this.focusHeading();
    // If it does not come now, it is missed aloud when it is needed.
    this.#listen(fresh).catch(() => {});
  }

  hide(): void {
    if (this.matches(':popover-open')) this.hidePopover();
    this.reader?.search.leave();
    this.#live?.stop();
  }

  /** Hears what happens to the tickets as long as the panel is shown. */
  async #listen(fresh: boolean): Promise<void> {
    const later = await this.#loadLater?.();
    if (later === undefined || !this.matches(':popover-open')) return;
    this.#live ??= new later.parts.LiveTickets({
      heard: (message) => {
        if (message.kind === 'ticket') this.lastEvent = message;
        else if (message.kind === 'reload') this.refreshes += 1;
        else {
          this.#answering[message.answering ? 'add' : 'delete'](message.ticketId);
          this.requestUpdate();
        }
      },
      connection: (connected) => {
        // Whom the team answers is told anew with each connection.
        this.#answering.clear();
        if (connected && !this.connected) {
          this.refreshes += 1;
          void this.#sendWaiting();
        }
        this.connected = connected;
      },
    });
    if (this.#live.start(later.session.client) && !fresh) this.refreshes += 1;
  }

  async #ready(): Promise<void> {
    if (this.session !== null) return;
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    await this.#opening;
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
      const session = await openSession(settings, language, () =>
        this.dispatchEvent(new CustomEvent('panel-person-changed')),
      );
      this.#drafts = new DraftStore(session.me.id);
      this.#loadLater = laterOf(session);
      this.session = session;
      this.#stayWithOffered();
      void this.#sendWaiting();
    } catch (error) {
      if (this.language === null) throw error;
      this.failure = error;
    }
  }

  #goTo(destination: Destination): void {
    this.reading = [];
    switch (destination.view) {
      case 'home':
        this.view = { name: 'home', tab: 'new' };
        return;
      case 'faq':
        this.view = { name: 'home', tab: 'faq' };
        this.#words = destination.q ?? '';
        this.#lookUp();
        return;
      case 'article':
        this.view = { name: 'home', tab: 'faq' };
        this.reading = [destination.id];
        this.reader?.forget();
        return;
      case 'compose':
        if (isTicketType(destination.type))
          this.view = { name: 'filing', type: destination.type, answers: destination.answers };
        this.#stayWithOffered();
        return;
      case 'ticket':
        this.view = { name: 'ticket', id: destination.id };
    }
  }

  /** A page may ask for the form of a type that this organization may not use: it gets the choice of types. */
  #stayWithOffered(): void {
    if (this.view.name !== 'filing' || this.session === null) return;
    if (!this.session.me.ticketTypes.includes(this.view.type)) this.view = { name: 'home', tab: 'new' };
  }

  async #move(view: View): Promise<void> {
    this.view = view;
    this.reading = [];
    await this.focusHeading();
  }

  /** A new view begins at its heading, for eyes and screen readers alike. */
  async focusHeading(): Promise<void> {
    await this.updateComplete;
    const heading = this.renderRoot.querySelector<HTMLElement>('h2[tabindex]');
    heading?.focus();
    this.renderRoot.querySelector('.content')?.scrollTo(0, 0);
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('panel-close'));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const from = changed.get('view');
    if (from?.name === 'home' && from.tab === 'faq' && this.view !== from) this.reader?.search.leave();
    if (changed.has('view') || changed.has('session') || changed.has('reading')) void this.#prepare();
  }

  /** What is not needed yet is not loaded yet. */
  async #prepare(): Promise<void> {
    const { view } = this;
    const loadLater = this.#loadLater;
    if (loadLater === null) return;
    this.missing = null;
    try {
      if (view.name === 'ticket' || (view.name === 'home' && view.tab === 'mine'))
        this.following = (await loadFollowing(loadLater)).session;
      if (this.reading.length > 0 || (view.name === 'home' && view.tab === 'faq')) {
        await this.#faq(loadLater);
        this.#lookUp();
      }
    } catch (error) {
      if (view === this.view) this.missing = error;
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { language, session } = this;
    if (language === null) return nothing;
    const { words } = language;
    const inner = this.view.name !== 'home' || this.reading.length > 0;
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
            ? failedState(this.failure, words, () => void this.show(null))
            : this.missing !== null
              ? failedState(this.missing, words, () => void this.#prepare())
              : session === null
                ? loadingState(words)
                : this.#content(session)
        }
      </div>
      <span class="visually-hidden" role="status">${this.announcement}</span>
    </div>`;
  }

  #heading({ words, domain }: Language): string {
    if (this.reading.length > 0) return words.home.faq;
    switch (this.view.name) {
      case 'home':
        return words.title;
      case 'filing':
        return domain.ticketTypes[this.view.type].name;
      case 'filed':
        return this.view.later.session.words.filed.title(this.view.ticket.reference);
      case 'ticket':
        return words.home.myTickets;
    }
  }

  #back(): void {
    if (this.reading.length > 0) {
      void this.reader?.close();
      return;
    }
    const tab = this.view.name === 'ticket' ? 'mine' : 'new';
    void this.#move({ name: 'home', tab });
  }

  /** What the panel shows: a view, or an article over it. The view stays as it is meanwhile. */
  #content(session: Session): TemplateResult {
    const article = this.reading.at(-1);
    return html`<div ?hidden=${article !== undefined}>${this.#below(session)}</div>
      ${article === undefined ? nothing : (this.reader?.renderArticle(article) ?? loadingState(session.words))}`;
  }

  #below(session: Session): TemplateResult {
    const { view } = this;
    switch (view.name) {
      case 'home':
        return renderHome(session, view.tab, this.#tab(session, view.tab, view.answers ?? {}), (tab, focus) =>
          this.#select(tab, focus),
        );
      case 'filing':
        return html`<teo-support-ticket-form
          .session=${session}
          .loadLater=${this.#loadLater}
          .drafts=${this.#drafts}
          .type=${view.type}
          .given=${view.answers}
          @ticket-filed=${(event: CustomEvent<RequesterTicket>) => void this.#filed(event.detail)}
          @ticket-waits=${() => this.#sendLater()}
          @article-chosen=${(event: CustomEvent<string>) => this.#read(event)}
        ></teo-support-ticket-form>`;
      case 'filed':
        return view.later.parts.renderFiled(
          view.later.session,
          view.ticket,
          () => void this.#move({ name: 'ticket', id: view.ticket.id }),
          () => void this.#move({ name: 'home', tab: 'new' }),
        );
      case 'ticket':
        return this.#ticket(session, view.id);
    }
  }

  #tab(session: Session, tab: HomeTab, answers: GivenAnswers): TemplateResult {
    switch (tab) {
      case 'new':
        return renderTypes(
          session,
          (type) => this.#drafts?.stateOf(type) ?? 'none',
          (type) => void this.#move({ name: 'filing', type, answers }),
        );
      case 'faq':
        return this.reader?.renderSearch() ?? loadingState(session.words);
      case 'mine':
        return this.#myTickets(session);
    }
  }

  /** An article that was suggested beside the form. */
  #read({ target, detail }: CustomEvent<string>): void {
    const loadLater = this.#loadLater;
    if (loadLater === null || !(target instanceof TicketForm)) return;
    void this.#faq(loadLater).then((reader) => reader.open(detail, target.suggestions));
  }

  async #faq(loadLater: LoadLater): Promise<Reader> {
    const { parts, session } = await loadFaq(loadLater);
    this.reader ??= new parts.Reader(session, this);
    return this.reader;
  }

  goHome(subject: string): void {
    const answers = subject === '' ? {} : { [subjectField]: subject };
    void this.#move({ name: 'home', tab: 'new', answers });
  }

  /** What is to be searched for, when the FAQ is there. */
  #lookUp(): void {
    const { reader } = this;
    if (reader === null || this.#words === '') return;
    reader.search.type(this.#words, 0);
    this.#words = '';
  }

  #myTickets(session: Session): TemplateResult {
    if (this.following === null) return loadingState(session.words);
    return html`<teo-support-my-tickets
      .session=${this.following}
      .lastEvent=${this.lastEvent}
      .refreshes=${this.refreshes}
      @ticket-chosen=${(event: CustomEvent<string>) => this.#move({ name: 'ticket', id: event.detail })}
    ></teo-support-my-tickets>`;
  }

  #ticket(session: Session, id: string): TemplateResult {
    if (this.following === null) return loadingState(session.words);
    return html`<teo-support-ticket-view
      .session=${this.following}
      .ticketId=${id}
      .lastEvent=${this.lastEvent}
      .refreshes=${this.refreshes}
      ?answering=${this.#answering.has(id)}
      @announce=${(event: CustomEvent<string>) => this.#announce(event.detail)}
      @ticket-chosen=${(event: CustomEvent<string>) => this.#move({ name: 'ticket', id: event.detail })}
    ></teo-support-ticket-view>`;
  }

  #select(tab: HomeTab, focus: boolean): void {
    this.view = { name: 'home', tab };
    if (!focus) return;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${tab}`)?.focus());
  }

  /** Sends what waits, if anything does. What waits on goes on waiting. */
  async #sendWaiting(): Promise<void> {
    const drafts = this.#drafts;
    const loadLater = this.#loadLater;
    if (loadLater === null || drafts === null || drafts.waiting().length === 0) return;
    try {
      const { parts, session } = await loadLater();
      const done = await parts.sendWaiting(session.client, drafts, (draft, ticket) => {
        if (this.view.name === 'filing' && this.view.type === draft.type) void this.#filed(ticket);
        else this.#announce(session.words.filed.title(ticket.reference));
      });
      this.requestUpdate();
      if (!done) this.#sendLater();
    } catch {
      // The code of it did not come, so the connection is down.
      this.#sendLater();
    }
  }

  #sendLater(): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void this.#sendWaiting(), sendAgainAfterMs);
  }

  async #filed(ticket: RequesterTicket): Promise<void> {
    this.dispatchEvent(
      new CustomEvent('panel-filed', { detail: { id: ticket.id, reference: ticket.reference } }),
    );
    // They are there by now: they sent it.
    const later = await this.#loadLater?.();
    if (later !== undefined) await this.#move({ name: 'filed', ticket, later });
  }

  #announce(text: string): void {
    this.announcement = text;
  }
}

/** Makes the panel, whose tag is registered only when it is first needed. */
export function createPanel(): SupportPanel {
  define('teo-support-panel', SupportPanel);
  return new SupportPanel();
}
