import type { TicketType } from '@teo-support/core';
import type { LiveEvent, RequesterTicket } from '@teo-support/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { tokensText } from '../design/tokens-text.js';
import { somethingWaits } from '../drafts/draft-store.js';
import type { Destination, Given, GivenAnswers, Settings, WidgetElement } from '../launcher/settings.js';
import type { Language } from '../locales/language.js';
import { apart, ours } from './apart.js';
import { define } from './define.js';
import { renderFrame } from './frame.js';
import type { FullSession } from './full-session.js';
import type { HomeTab } from './home.js';
import type { LiveTickets } from './live-tickets.js';
import type { OverPage, PanelPlace } from './panel-place.js';
import { panelStyle } from './panel-style.js';
import { settingsOf } from './settings-of.js';
import { sharedStyle } from './shared-style.js';
import { type SignedIn, signIn } from './signed-in.js';
import { failedState, loadingState } from './states.js';
import type { LaterTab, TabParts } from './tab-parts.js';
import { offered, start, tabOf, type View, viewOf } from './view.js';
import { renderView } from './views.js';
import { WaitingTickets } from './waiting-tickets.js';

/** The panel: who is signed in, which view is shown, and where the focus goes. */
export class SupportPanel extends LitElement implements PanelPlace {
  static override styles = [unsafeCSS(tokensText), ...sharedStyle, panelStyle];
  static override properties = {
    settings: { attribute: false },
    view: { state: true },
    over: { state: true },
    parts: { state: true },
    signedIn: { state: true },
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
  declare signedIn: SignedIn | null;
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
  /** Made when its code has come, after the first view. */
  #live: LiveTickets | null = null;
  /** Where the person is to arrive when the code of it has come. */
  #asked: Destination | null = null;
  #opening: Promise<void> | null = null;
  readonly #waiting = new WaitingTickets(this);

  constructor() {
    super();
    this.settings = null;
    this.view = start;
    this.over = [];
    this.parts = {};
    this.signedIn = null;
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
        this.close();
      }),
    );
    // What is pressed here is no shortcut of the page, and where the focus is here no page with a focus trap need know.
    for (const kind of ['keydown', 'keyup', 'keypress', 'focusin', 'focusout'])
      this.addEventListener(kind, (event) => event.stopPropagation());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#waiting.start();
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
    this.#waiting.stop();
    this.#live?.stop();
  }

  /** Shows the panel, and in it a place or the place where it was left. */
  async show(destination: Destination | null): Promise<void> {
    if (!this.matches(':popover-open')) this.showPopover();
    if (destination !== null) this.#goTo(destination);
    const fresh = this.signedIn === null;
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
    const later = await this.signedIn?.loadLater();
    if (later === undefined || !this.matches(':popover-open')) return;
    this.#live ??= later.parts.hearTickets(this, later.session, () => this.#waiting.send());
    if (this.#live.start(later.session) && !fresh) this.refreshes += 1;
  }

  async #ready(): Promise<void> {
    if (this.signedIn !== null) return;
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
      const signedIn = await signIn(settings);
      this.signedIn = signedIn;
      this.view = offered(this.view, signedIn.session);
      this.#waiting.send();
    } catch (error) {
      this.failure = error;
    }
  }

  #goTo(destination: Destination): void {
    this.over = [];
    this.#asked = destination;
    // A view of its own each time, so that what did not come is asked for again.
    this.view = { ...offered(viewOf(destination) ?? this.view, this.signedIn?.session) };
  }

  move(view: View, over: readonly OverPage[] = []): void {
    this.view = { ...view };
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

  close(): void {
    this.settings?.close();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const from = changed.get('view');
    if (from?.name === 'home' && from.tab === 'faq') this.parts.faq?.leave();
    if (changed.has('view') || changed.has('signedIn')) apart(this.#prepare());
  }

  /** What is not needed yet is not loaded yet. */
  async #prepare(): Promise<void> {
    const { view } = this;
    const tab = tabOf(view);
    this.missing = null;
    if (this.signedIn === null || tab === 'new') return;
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
    const later = await this.signedIn?.loadLater();
    if (later === undefined) throw new TypeError('Nobody is signed in yet.');
    const part: TabParts[T] = this.parts[tab] ?? (await later.parts.loadTab[tab](later.session, this));
    // Who was quicker stays.
    this.parts = { [tab]: part, ...this.parts };
    return this.parts[tab] ?? part;
  }

  override render(): TemplateResult | typeof nothing {
    const language = this.settings?.language;
    if (language === undefined) return nothing;
    return renderFrame(this, language, this.#content(language));
  }

  #content({ words }: Language): TemplateResult {
    const { signedIn, over, view } = this;
    if (this.failure !== null) return failedState(this.failure, words, () => apart(this.show(null)));
    if (this.missing !== null) return failedState(this.missing, words, () => apart(this.#prepare()));
    if (signedIn === null) return loadingState(words);
    // A view, or the last page over it. What is below stays as it is meanwhile.
    return html`<div ?hidden=${over.length > 0}>${renderView(this, signedIn, view)}</div>
      ${over.map((page, place) => html`<div ?hidden=${place < over.length - 1}>${page.render()}</div>`)}`;
  }

  back(): void {
    const { view } = this;
    const over = this.over.at(-1);
    if (over !== undefined) over.close();
    else if (view.name === 'filing' && view.found !== undefined) view.found.back();
    else this.move({ name: 'home', tab: tabOf(view) });
  }

  /** Plain questions lead to a type. */
  async find(answers: GivenAnswers): Promise<void> {
    try {
      const later = await this.signedIn?.loadLater();
      later?.parts.openFinding(this, later.session, answers);
    } catch (error) {
      this.missing = error;
    }
  }

  select(tab: HomeTab, focus: boolean): void {
    this.view = { name: 'home', tab };
    if (!focus) return;
    apart(this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${tab}`)?.focus()));
  }

  waits(): void {
    this.#waiting.sendLater();
  }

  arrived(type: TicketType, ticket: RequesterTicket, { words }: FullSession): void {
    if (this.view.name === 'filing' && this.view.type === type) apart(this.filed(ticket));
    else this.announce(words.filed.title(ticket.reference));
  }

  async filed(ticket: RequesterTicket): Promise<void> {
    this.settings?.filed({ id: ticket.id, reference: ticket.reference });
    // They are there by now: they sent it.
    const later = await this.signedIn?.loadLater();
    if (later === undefined) return;
    const { parts, session } = later;
    const see = () => this.move({ name: 'ticket', id: ticket.id });
    const render = () => parts.renderFiled(session, ticket, see, () => this.move(start));
    this.move({ name: 'filed', heading: session.words.filed.title(ticket.reference), render });
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
