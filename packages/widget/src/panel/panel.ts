import { isTicketType, subjectField, type TicketType } from '@teo-support/core';
import type { LiveEvent, RequesterTicket } from '@teo-support/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { tokensText } from '../design/tokens-text.js';
import { DraftStore, somethingWaits } from '../drafts/draft-store.js';
import type { Found } from '../filing/find-type.js';
import { TicketForm } from '../filing/ticket-form.js';
import type { Destination, Given, GivenAnswers, Settings, WidgetElement } from '../launcher/settings.js';
import type { Language } from '../locales/language.js';
import { apart, ours } from './apart.js';
import { define } from './define.js';
import { type HomeTab, renderHome, renderTypes } from './home.js';
import { icon } from './icons.js';
import { type Later, type LoadLater, laterOf } from './later.js';
import type { LiveTickets } from './live-tickets.js';
import type { OverPage, PanelPlace } from './panel-place.js';
import { panelStyle } from './panel-style.js';
import { openSession, type Session } from './session.js';
import { settingsOf } from './settings-of.js';
import { sharedStyle } from './shared-style.js';
import { failedState, loadingState } from './states.js';
import type { LaterTab, TabParts } from './tab-parts.js';

type View =
  | { readonly name: 'home'; readonly tab: HomeTab; readonly answers?: GivenAnswers }
  | {
      readonly name: 'filing';
      readonly type: TicketType;
      readonly answers: GivenAnswers;
      /** Where the type was found by questions. */
      readonly found?: Found;
    }
  | { readonly name: 'filed'; readonly ticket: RequesterTicket; readonly later: Later }
  | { readonly name: 'ticket'; readonly id: string };

const sendAgainAfterMs = 30_000;

/** The panel: who is signed in, which view is shown, and where the focus goes. */
export class SupportPanel extends LitElement implements PanelPlace {
  static override styles = [unsafeCSS(tokensText), ...sharedStyle, panelStyle];
  static override properties = {
    settings: { attribute: false },
    view: { state: true },
    over: { state: true },
    parts: { state: true },
    session: { state: true },
    failure: { state: true },
    missing: { state: true },
    connected: { state: true },
    lastEvent: { state: true },
    refreshes: { state: true },
    announcement: { state: true },
  };

  declare settings: Settings | null;
  declare view: View;
  declare over: readonly OverPage[];
  /** What the tabs show, each once its code has come. */
  declare parts: Partial<TabParts>;
  declare session: Session | null;
  declare failure: unknown;
  /** Why the code of the view did not come. */
  declare missing: unknown;
  declare connected: boolean;
  declare lastEvent: LiveEvent | null;
  declare refreshes: number;
  declare announcement: string;

  /** The tickets to which the team is writing an answer. */
  readonly answering = new Set<string>();
  unread: ReadonlySet<string> = new Set();
  unreadBadge: TemplateResult | typeof nothing = nothing;
  #drafts: DraftStore | null = null;
  #loadLater: LoadLater | null = null;
  /** Made when its code has come, after the first view. */
  #live: LiveTickets | null = null;
  /** Where the person is to arrive when the code of it has come. */
  #asked: Destination | null = null;
  #opening: Promise<void> | null = null;
  #later: ReturnType<typeof setTimeout> | undefined;
  readonly #onOnline = ours(() => this.#sendWaiting());

  constructor() {
    super();
    this.settings = null;
    this.view = { name: 'home', tab: 'new' };
    this.over = [];
    this.parts = {};
    this.session = null;
    this.failure = null;
    this.missing = null;
    this.connected = true;
    this.lastEvent = null;
    this.refreshes = 0;
    this.announcement = '';
    this.addEventListener(
      'keydown',
      ours((event: KeyboardEvent) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // Nor does it close a dialog of the page that the widget stands in.
        event.preventDefault();
        this.#close();
      }),
    );
    // What is pressed here is no shortcut of the page, and where the focus is here no page with a focus trap need know.
    for (const kind of ['keydown', 'keyup', 'keypress', 'focusin', 'focusout'])
      this.addEventListener(kind, (event) => event.stopPropagation());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#onOnline);
    this.popover = 'manual';
    this.setAttribute('role', 'dialog');
    const language = this.settings?.language;
    if (language !== undefined) {
      this.setAttribute('aria-label', language.words.title);
      this.lang = language.locale;
    }
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

  seen(ticketId: string, version: number): void {
    this.#live?.seen(ticketId, version);
  }

  hide(): void {
    if (this.matches(':popover-open')) this.hidePopover();
    this.parts.faq?.leave();
    this.#live?.stop();
  }

  /** Hears what happens to the tickets as long as the panel is shown. */
  async #listen(fresh: boolean): Promise<void> {
    const later = await this.#loadLater?.();
    if (later === undefined || !this.matches(':popover-open')) return;
    this.#live ??= later.parts.hearTickets(this, later.session, () => apart(this.#sendWaiting()));
    if (this.#live.start(later.session) && !fresh) this.refreshes += 1;
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
      const opening = openSession(settings);
      const loadLater = laterOf(settings.language, opening);
      // It comes while the server says who this is. If it does not, it is asked for again when it is needed.
      loadLater().catch(() => {});
      const session = await opening;
      this.#drafts = new DraftStore(session.me.id);
      this.#loadLater = loadLater;
      this.session = session;
      this.#stayWithOffered();
      apart(this.#sendWaiting());
    } catch (error) {
      this.failure = error;
    }
  }

  #goTo(destination: Destination): void {
    this.over = [];
    this.#asked = destination;
    switch (destination.view) {
      case 'home':
        this.view = { name: 'home', tab: 'new' };
        return;
      case 'faq':
      case 'article':
        this.view = { name: 'home', tab: 'faq' };
        return;
      case 'improvements':
      case 'improvement':
        this.view = { name: 'home', tab: 'forum' };
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

  #move(view: View, over: readonly OverPage[] = []): void {
    this.view = view;
    this.over = over;
    apart(this.focusHeading());
  }

  /** A new view begins at its heading, for eyes and screen readers alike. */
  async focusHeading(): Promise<void> {
    await this.updateComplete;
    const heading = this.renderRoot.querySelector<HTMLElement>('h2[tabindex]');
    heading?.focus();
    this.renderRoot.querySelector('.content')?.scrollTo(0, 0);
  }

  #close(): void {
    this.settings?.close();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const from = changed.get('view');
    if (from?.name === 'home' && from.tab === 'faq') this.parts.faq?.leave();
    if (changed.has('view') || changed.has('session')) apart(this.#prepare());
  }

  /** What is not needed yet is not loaded yet. */
  async #prepare(): Promise<void> {
    const { view } = this;
    const tab = view.name === 'ticket' ? 'mine' : view.name === 'home' ? view.tab : 'new';
    this.missing = null;
    if (this.session === null || tab === 'new') return;
    try {
      const part = await this.tabPart(tab);
      const asked = this.#asked;
      this.#asked = null;
      if (asked !== null) part.arrive(asked);
    } catch (error) {
      if (view === this.view) this.missing = error;
    }
  }

  async tabPart<T extends LaterTab>(tab: T): Promise<TabParts[T]> {
    const later = await this.#loadLater?.();
    if (later === undefined) throw new TypeError('Nobody is signed in yet.');
    const part: TabParts[T] = this.parts[tab] ?? (await later.parts.loadTab[tab](later.session, this));
    // Who was quicker stays.
    this.parts = { [tab]: part, ...this.parts };
    return this.parts[tab] ?? part;
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this;
    const language = this.settings?.language;
    if (language === undefined) return nothing;
    const { words } = language;
    const inner = this.view.name !== 'home' || this.over.length > 0;
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
            ? failedState(this.failure, words, () => apart(this.show(null)))
            : this.missing !== null
              ? failedState(this.missing, words, () => apart(this.#prepare()))
              : session === null
                ? loadingState(words)
                : this.#content(session)
        }
      </div>
      <span class="visually-hidden" role="status">${this.announcement}</span>
    </div>`;
  }

  #heading({ words, domain }: Language): string {
    const over = this.over.at(-1);
    if (over !== undefined) return over.heading;
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
    const { view } = this;
    const over = this.over.at(-1);
    if (over !== undefined) over.close();
    else if (view.name === 'filing' && view.found !== undefined)
      this.#move({ name: 'home', tab: 'new', answers: this.#subjectSoFar() }, view.found.pages);
    else this.#move({ name: 'home', tab: view.name === 'ticket' ? 'mine' : 'new' });
  }

  /** Plain questions lead to a type. Back from its form is the last of them, and what the subject says goes along. */
  async #find(answers: GivenAnswers): Promise<void> {
    try {
      const later = await this.#loadLater?.();
      later?.parts.openFinding(this, later.session, (type, found) => {
        const given = this.view.name === 'home' ? this.view.answers : answers;
        this.#move({ name: 'filing', type, answers: given ?? {}, found });
      });
    } catch (error) {
      this.missing = error;
    }
  }

  #subjectSoFar(): GivenAnswers {
    const form = this.renderRoot.querySelector('teo-support-ticket-form');
    const subject = form?.draft?.answers[subjectField];
    return subject?.kind === 'text' && subject.text !== '' ? { [subjectField]: subject.text } : {};
  }

  /** What the panel shows: a view, or the last page over it. What is below stays as it is meanwhile. */
  #content(session: Session): TemplateResult {
    const { over } = this;
    return html`<div ?hidden=${over.length > 0}>${this.#below(session)}</div>
      ${over.map((page, place) => html`<div ?hidden=${place < over.length - 1}>${page.render()}</div>`)}`;
  }

  #below(session: Session): TemplateResult {
    const { view } = this;
    switch (view.name) {
      case 'home':
        return renderHome(
          session,
          view.tab,
          this.#tab(session, view.tab, view.answers ?? {}),
          this.unreadBadge,
          (tab, focus) => this.#select(tab, focus),
        );
      case 'filing':
        return html`${view.found?.notice(() => this.#back())}<teo-support-ticket-form
          .session=${session}
          .loadLater=${this.#loadLater}
          .drafts=${this.#drafts}
          .type=${view.type}
          .given=${view.answers}
          @ticket-filed=${(event: CustomEvent<RequesterTicket>) => this.#filed(event.detail)}
          @ticket-waits=${() => this.#sendLater()}
          @article-chosen=${(event: CustomEvent<string>) => this.#read(event)}
        ></teo-support-ticket-form>`;
      case 'filed':
        return view.later.parts.renderFiled(
          view.later.session,
          view.ticket,
          () => this.#move({ name: 'ticket', id: view.ticket.id }),
          () => this.#move({ name: 'home', tab: 'new' }),
        );
      case 'ticket':
        return this.parts.mine?.renderTicket(view.id) ?? loadingState(session.words);
    }
  }

  #tab(session: Session, tab: HomeTab, answers: GivenAnswers): TemplateResult {
    switch (tab) {
      case 'new':
        return renderTypes(
          session,
          (type) => this.#drafts?.stateOf(type) ?? 'none',
          (type) => this.#move({ name: 'filing', type, answers }),
          () => apart(this.#find(answers)),
          () => this.#select('forum', true),
        );
      default:
        return this.parts[tab]?.render() ?? loadingState(session.words);
    }
  }

  /** An article that was suggested beside the form. */
  #read({ target, detail }: CustomEvent<string>): void {
    if (target instanceof TicketForm)
      apart(this.tabPart('faq').then((reader) => reader.open(detail, target.suggestions)));
  }

  goHome(subject: string): void {
    const answers = subject === '' ? {} : { [subjectField]: subject };
    this.#move({ name: 'home', tab: 'new', answers });
  }

  openTicket(id: string): void {
    this.#move({ name: 'ticket', id });
  }

  #select(tab: HomeTab, focus: boolean): void {
    this.view = { name: 'home', tab };
    if (!focus) return;
    apart(this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${tab}`)?.focus()));
  }

  /** Sends what waits, if anything does. What waits on goes on waiting. */
  async #sendWaiting(): Promise<void> {
    const drafts = this.#drafts;
    const loadLater = this.#loadLater;
    if (loadLater === null || drafts === null || drafts.waiting().length === 0) return;
    try {
      const { parts, session } = await loadLater();
      const done = await parts.sendWaiting(session.client, drafts, (draft, ticket) => {
        if (this.view.name === 'filing' && this.view.type === draft.type) apart(this.#filed(ticket));
        else this.announce(session.words.filed.title(ticket.reference));
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
    this.#later = setTimeout(
      ours(() => this.#sendWaiting()),
      sendAgainAfterMs,
    );
  }

  async #filed(ticket: RequesterTicket): Promise<void> {
    this.settings?.filed({ id: ticket.id, reference: ticket.reference });
    // They are there by now: they sent it.
    const later = await this.#loadLater?.();
    if (later !== undefined) this.#move({ name: 'filed', ticket, later });
  }

  announce(text: string): void {
    this.announcement = text;
  }
}

/**
 * Makes the panel of an element, whose tag is registered only when it is first needed.
 * @param element says how the page has set the widget up
 * @param given what the element has by now
 */
export function createPanel(element: WidgetElement, language: Language, given: Given): SupportPanel {
  define('teo-support-panel', SupportPanel);
  const panel = new SupportPanel();
  panel.settings = settingsOf(element, language, given);
  return panel;
}
