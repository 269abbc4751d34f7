import type { Locale } from '@teo-support/core/messages';
import { SupportClient } from '@teo-support/sdk';
import { css, html, LitElement, nothing } from 'lit';
import { emptyStateStyles } from '../design/empty-state.js';
import { staffStyles } from '../design/staff-styles.js';
import type { Desk } from '../desk/desk.js';
import { DraftStore } from '../drafts/draft-store.js';
import { LiveFeed } from '../live/live-feed.js';
import { catalogues, chosenLocale, rememberLocale } from '../locales/index.js';
import { Router } from '../navigation/router.js';
import { QueueMemory } from '../queue/queue-memory.js';
import '../queue/staff-queue.js';
import { Session } from '../session/session.js';
import { guardSession } from '../session/session-guard.js';
import '../sign-in/staff-sign-in.js';
import { failureState } from '../submission/failure.js';
import '../ticket/staff-ticket.js';
import { header, headerStyles } from './header.js';

const tickMs = 30_000;

/** The staff view: signs in, and leads to the queue and to tickets. */
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
    const { state } = this.#session;
    switch (state.name) {
      case 'unknown':
        return nothing;
      case 'failed':
        return failureState(state.error, this.#words, () => void this.#session.resume());
      case 'signed-out':
        return html`<staff-sign-in .words=${this.#words} ?expired=${state.expired}
          .signIn=${this.#signIn}></staff-sign-in>`;
      case 'signed-in': {
        const { route } = this.#router;
        const desk = this.#desk(state.member, state.team);
        return route.name === 'queue'
          ? html`<staff-queue .desk=${desk} .search=${route.search} .moved=${this.#router.moved} .memory=${this.#memory}
              .onSearch=${(search: string) => this.#router.replace({ name: 'queue', search })}></staff-queue>`
          : html`<staff-ticket .desk=${desk} .ticketId=${route.ticketId} .moved=${this.#router.moved} .backTo=${this.#memory.search}></staff-ticket>`;
      }
    }
  }

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
      announce: (message) => {
        this.announcement = message;
      },
    };
  }

  protected override updated(): void {
    document.documentElement.lang = this.locale;
    const { state } = this.#session;
    const person = state.name === 'signed-in' ? state.member.id : null;
    if (person !== this.#following) {
      this.#following = person;
      if (person === null) this.#memory = new QueueMemory();
      if (person === null) this.#live.stop();
      else void this.#live.start(this.#client());
    }
    const { route } = this.#router;
    const place = route.name === 'queue' ? 'queue' : route.ticketId;
    if (place === this.#shown) return;
    // Only a step between two places; the first one leaves focus where the browser put it.
    if (this.#shown !== '') window.scrollTo({ top: 0 });
    if (route.name === 'ticket')
      this.#memory.leftFor = this.#shown === 'queue' ? route.ticketId : this.#memory.leftFor;
    this.#shown = place;
  }

  /** What comes after the form takes the focus that the form had. */
  readonly #signIn = (email: string, password: string) => {
    this.#router.moved = true;
    return this.#session.signIn(email, password);
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
