import type { Locale } from '@teo-support/core/messages';
import { SupportClient } from '@teo-support/sdk';
import { css, html, LitElement, nothing } from 'lit';
import { emptyStateStyles } from '../design/empty-state.js';
import { staffStyles } from '../design/staff-styles.js';
import type { Desk } from '../desk/desk.js';
import { DraftStore } from '../drafts/draft-store.js';
import { LiveFeed } from '../live/live-feed.js';
import { catalogues, chosenLocale, rememberLocale } from '../locales/index.js';
import { addressOf, placeOf } from '../navigation/route.js';
import { Router } from '../navigation/router.js';
import { staffNavigationStyles } from '../navigation/staff-navigation.js';
import { QueueMemory } from '../queue/queue-memory.js';
import { Session } from '../session/session.js';
import { guardSession } from '../session/session-guard.js';
import '../sign-in/staff-new-password.js';
import '../sign-in/staff-sign-in.js';
import { failureState } from '../submission/failure.js';
import { header, headerStyles } from './header.js';
import { screen } from './screens.js';

const tickMs = 30_000;

/** The staff view: signs in, and leads to its pages. */
export class TeoStaff extends LitElement {
  static override properties = {
    fetch: { attribute: false },
    locale: { state: true },
    connected: { state: true },
    now: { state: true },
    announcement: { state: true },
  };
  /** How the API is reached. For tests; default the page's own. */
  declare fetch: typeof fetch | undefined;
  declare locale: Locale;
  declare connected: boolean;
  declare now: number;
  declare announcement: string;

  readonly #router = new Router(this);
  readonly #session = new Session(this, () => this.#client());
  #memory = new QueueMemory();
  readonly #live = new LiveFeed((connected, first) => {
    this.connected = connected;
    if (!first) this.announcement = this.#words.connection[connected ? 'restored' : 'lost'];
  });
  #made: { readonly locale: Locale; readonly client: SupportClient } | null = null;
  #drafts: { readonly person: string; readonly store: DraftStore } | null = null;
  #following: string | null = null;
  #shown = '';
  /** What was just done before one signs in, if anything. */
  #notice: string | null = null;
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.locale = chosenLocale(localStorage);
    this.connected = true;
    this.now = Date.now();
    this.announcement = '';
  }

  get #words() {
    return catalogues[this.locale];
  }

  #client(): SupportClient {
    const { locale } = this;
    if (this.#made?.locale === locale) return this.#made.client;
    const inner = this.fetch ?? ((input, init) => fetch(input, init));
    const guarded = guardSession(inner, () => this.#session.ended());
    this.#made = { locale, client: new SupportClient({ baseUrl: '', locale, fetch: guarded }) };
    return this.#made.client;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(() => {
      this.now = Date.now();
    }, tickMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
    this.#live.stop();
    this.#following = null;
  }

  protected override render() {
    const { state } = this.#session;
    return html`
      ${header({
        words: this.#words,
        locale: this.locale,
        member: state.name === 'signed-in' ? state.member : null,
        route: this.#router.route,
        connected: this.connected,
        onLocale: (locale) => {
          rememberLocale(localStorage, locale);
          this.locale = locale;
        },
        onSkip: this.#skip,
        onSignOut: () => void this.#signOut(),
      })}
      <main id="content" tabindex="-1">${this.#screen()}</main>
      <div class="visually-hidden" role="status">${this.announcement}</div>
    `;
  }

  #screen() {
    if (this.#router.route.name === 'new-password') return this.#newPassword();
    const { state } = this.#session;
    switch (state.name) {
      case 'unknown':
        return nothing;
      case 'failed':
        return failureState(state.error, this.#words, () => void this.#session.resume());
      case 'signed-out':
        return html`<staff-sign-in .words=${this.#words} ?expired=${state.expired} .email=${state.email} .ways=${this.#session.ways}
          .notice=${this.#notice} .returnTo=${addressOf(this.#router.route)} .signIn=${this.#signIn}></staff-sign-in>`;
      case 'signed-in':
        return screen(this.#router.route, this.#desk(state.member, state.team), this.#router, this.#memory);
    }
  }

  /** Its token stands after `#`, where no server sees it; it leaves the address once it is spent. */
  #newPassword() {
    return html`<staff-new-password .words=${this.#words} .client=${this.#client()} .token=${location.hash.slice(1)}
      .onDone=${this.#passwordChosen}></staff-new-password>`;
  }

  readonly #passwordChosen = async () => {
    this.#notice = this.#words.newPassword.done;
    this.#router.replace({ name: 'queue', search: '' });
    // Every session of the person has ended, also one that was open here.
    await this.#session.resume();
  };

  #desk(member: Desk['member'], team: Desk['team']): Desk {
    if (this.#drafts?.person !== member.id) {
      this.#drafts = { person: member.id, store: new DraftStore(localStorage, member.id) };
    }
    return {
      client: this.#client(),
      member,
      team,
      words: this.#words,
      locale: this.locale,
      now: this.now,
      drafts: this.#drafts.store,
      live: this.#live,
      // The same sentence a second time is another one to the region that says it, or nobody would hear it.
      announce: (message) => {
        this.announcement = message === this.announcement ? `${message}\u00A0` : message;
      },
    };
  }

  protected override updated(): void {
    document.documentElement.lang = this.locale;
    const { state } = this.#session;
    const person = state.name === 'signed-in' ? state.member.id : null;
    if (person !== this.#following) {
      this.#following = person;
      if (person === null) {
        this.#memory.export.end();
        this.#memory = new QueueMemory();
        this.#live.stop();
      } else void this.#live.start(this.#client());
    }
    const { route } = this.#router;
    const place = placeOf(route);
    if (place === this.#shown) return;
    // Only a step between two places; the first one leaves focus where the browser put it.
    if (this.#shown !== '') window.scrollTo({ top: 0 });
    if (route.name === 'ticket')
      this.#memory.leftFor =
        this.#shown === placeOf({ name: 'queue', search: '' }) ? route.ticketId : this.#memory.leftFor;
    this.#shown = place;
  }

  /** What comes after the form takes the focus that the form had. */
  readonly #signIn = async (email: string, password: string) => {
    this.#router.moved = true;
    await this.#session.signIn(email, password);
    this.#notice = null;
  };

  async #signOut(): Promise<void> {
    try {
      await this.#session.signOut();
    } catch {
      this.announcement = this.#words.problem.connection;
    }
  }

  readonly #skip = (event: Event) => {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('#content')?.focus();
  };

  static override styles = [
    staffStyles,
    emptyStateStyles,
    headerStyles,
    staffNavigationStyles,
    css`
      main {
        outline: none;
      }
      .skip {
        position: absolute;
        z-index: 9;
        inset: 8px auto auto 8px;
      }
      .skip:not(:focus) {
        clip-path: inset(50%);
      }
    `,
  ];
}

customElements.define('teo-staff', TeoStaff);
