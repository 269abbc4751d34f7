import type { GetToken, TokenReason } from '@teo-support/sdk';
import { launcherTokens } from '../design/launcher-tokens.js';
import { loadLanguage } from '../locales/load-language.js';
import { takeCommands } from './commands.js';
import { launcherStyle } from './launcher-style.js';
import { hearErrors } from './recent-errors.js';
import type { Destination, FiledDetail, GivenAnswers, HostContext, PanelElement } from './settings.js';

/** On a server there are no elements: importing this there is harmless. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? class {};

/** What the few words of the launcher are; everything else comes with the panel. */
const words = {
  fr: { label: 'Aide', failed: 'L’aide n’a pas pu être chargée. Vérifiez votre connexion et réessayez.' },
  en: { label: 'Help', failed: 'Help could not be loaded. Check your connection and try again.' },
} as const;

/**
 * Files and follows tickets with téo's customer service, inside the host page.
 *
 * @example
 * <script type="module" src="https://support.example.fr/widget/teo-support.js"></script>
 * <teo-support base-url="https://support.example.fr" token-url="/support-token" lang="fr"></teo-support>
 *
 * @element teo-support
 *
 * @attr base-url - Where the API is. Default: the page's own origin.
 * @attr token-url - Address of the host product that answers a POST with `{ "token": "…" }`. Or set `getToken`.
 * @attr {'fr' | 'en'} lang - `fr` (default) or `en`. May be changed at any time.
 * @attr {'fr' | 'en'} locale - The same where `lang` is taken for something else.
 * @attr module - The module of téo that the page belongs to, e.g. `invoicing`: a hint for the search. May be changed at any time.
 * @attr host-version - What the host product calls its version; shown to the requester and sent along.
 * @attr {boolean} without-console - Leave the page's `console.error` alone: what it writes does not go along with tickets. Read when the element comes into the page.
 * @attr {'light' | 'dark'} color-scheme - `light` or `dark`; without it what the person has set for the system.
 *
 * @fires teo-support-open - The panel is shown. Does not bubble.
 * @fires teo-support-close - The panel is hidden. Does not bubble.
 * @fires teo-support-filed - A ticket was filed; `detail` is a `FiledDetail`. Does not bubble.
 *
 * @cssprop --teo-accent - Colour of the launcher and of what can be pressed.
 * @cssprop --teo-on-accent - Colour of text on the accent.
 * @cssprop --teo-surface - Ground of the panel.
 * @cssprop --teo-ink - Colour of text.
 * @cssprop --teo-radius - Radius of corners, e.g. `8px`.
 * @cssprop --teo-font - Font family.
 * @cssprop --teo-z-index - Layer of the launcher. The panel itself is in the top layer.
 *
 * @csspart launcher - The button that opens the panel.
 */
export class TeoSupport extends Base {
  static readonly observedAttributes = ['lang', 'locale'];

  /** Gives a short-lived token for the person who is signed in. Takes precedence over `token-url`. */
  getToken: GetToken | null = null;
  /** Tells what goes along with a ticket beside what the widget sees by itself. Asked each time a form is opened. */
  getContext: (() => HostContext) | null = null;
  /** For tests and unusual platforms: what to send requests with. Default: the browser's `fetch`. */
  fetch: typeof fetch | null = null;

  readonly #root: ShadowRoot;
  readonly #button: HTMLButtonElement;
  readonly #label = document.createElement('span');
  readonly #alert = document.createElement('div');
  #panel: PanelElement | null = null;
  #loading: Promise<PanelElement> | null = null;
  /** Asked for while the code of the panel comes: the first that it asks for is this one. */
  #token: Promise<string> | null = null;
  readonly #errors: string[] = [];
  #leave: readonly (() => void)[] = [];

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${launcherStyle}${launcherTokens}`);
    root.adoptedStyleSheets = [sheet];
    const button = document.createElement('button');
    button.part.add('launcher');
    button.ariaHasPopup = 'dialog';
    button.ariaExpanded = 'false';
    button.append(lifebuoy(), this.#label);
    this.#alert.role = 'alert';
    root.append(button, this.#alert);
    button.addEventListener('click', () => void this.open());
    // About to be opened: the code comes while the hand is still moving.
    for (const sign of ['pointerenter', 'focus'] as const) {
      button.addEventListener(sign, () => void this.#load().catch(() => {}), { once: true });
    }
    this.#root = root;
    this.#button = button;
  }

  connectedCallback(): void {
    this.#speak();
    this.#leave = [hearErrors(this.#errors, this.hasAttribute('without-console')), takeCommands(this)];
    if (inStorage('teo-support:waiting')[0]) void this.#load().catch(() => {});
  }

  disconnectedCallback(): void {
    for (const leave of this.#leave) leave();
    this.close();
    this.#discard();
  }

  attributeChangedCallback(): void {
    this.#speak();
    if (this.#loading === null || this.#locale() === this.#panel?.settings?.language.locale) return;
    // The panel speaks one language for its whole life. What was written is in the drafts.
    this.identify();
  }

  /** Whether the panel is shown. */
  get isOpen(): boolean {
    return this.#button.ariaExpanded === 'true';
  }

  /**
   * Opens the panel where it was left, or at a place in it.
   * @example support.open({ view: 'faq', q: 'convention' })
   */
  async open(destination: Destination | null = null): Promise<void> {
    this.#alert.textContent = '';
    const wasOpen = this.isOpen;
    try {
      if (this.#panel === null) {
        this.#token ??= this.#ask('initial');
        // Told where the panel asks for it.
        this.#token.catch(() => {});
      }
      const panel = await this.#load();
      if (!panel.isConnected) return;
      this.#button.ariaExpanded = 'true';
      await panel.show(destination);
      if (!wasOpen) this.dispatchEvent(new CustomEvent('teo-support-open'));
    } catch {
      // Most likely the code of the panel did not come. It is asked for again at the next press.
      this.#discard();
      this.#button.ariaExpanded = 'false';
      this.#alert.textContent = words[this.#locale()].failed;
    }
  }

  /**
   * Opens the form of a ticket type, with the draft that was begun.
   * @param answers what the page already knows, by field name; a draft that was begun is left as it is
   * @example support.compose('training_follow_up', { training: 'FT-408' })
   */
  compose(type: string, answers: GivenAnswers = {}): Promise<void> {
    return this.open({ view: 'compose', type, answers });
  }

  /** Opens a ticket by its id. */
  openTicket(id: string): Promise<void> {
    return this.open({ view: 'ticket', id });
  }

  /** Hides the panel. What was written stays. */
  close(): void {
    if (!this.isOpen) return;
    // Who is elsewhere on the page by now must not be called back from there.
    const focusIsInside = this.#root.activeElement === this.#panel;
    this.#panel?.hide();
    this.#button.ariaExpanded = 'false';
    if (focusIsInside) this.#button.focus();
    this.dispatchEvent(new CustomEvent('teo-support-close'));
  }

  /** Another person may have signed in: who it is, is asked anew, and what a former one left in the browser goes. */
  identify(): void {
    const again = this.isOpen;
    this.#discard();
    if (again) void this.open();
  }

  /** The person has signed out: closes the panel and forgets what they left in the browser. */
  signOut(): void {
    this.close();
    this.#discard();
    const keys = inStorage('teo-support:');
    for (const key of keys) localStorage.removeItem(key);
    // Files that were on their way. Where one storage is closed, so is the other.
    if (keys[0]) indexedDB.deleteDatabase('teo-support');
  }

  /** Listens to an event by its short name: `on('filed', ({ detail }) => …)`. */
  on(name: 'open' | 'close' | 'filed', listener: EventListener): void {
    this.addEventListener(`teo-support-${name}`, listener);
  }

  /** Takes the widget away. */
  destroy(): void {
    this.remove();
  }

  #discard(): void {
    this.#panel?.remove();
    this.#panel = null;
    this.#loading = null;
    this.#token = null;
  }

  #load(): Promise<PanelElement> {
    if (this.#loading !== null) return this.#loading;
    const coming = Promise.all([import('../panel/panel.js'), loadLanguage(this.#locale())]);
    const loading = coming.then(([{ createPanel }, language]) => {
      const panel = createPanel(this, language, {
        token: this.#token,
        ask: (reason) => this.#ask(reason),
        errors: this.#errors,
      });
      // The element may have been taken away, or its language changed, in the meantime.
      if (this.#loading === loading && this.isConnected) {
        this.#token = null;
        this.#root.append(panel);
        this.#panel = panel;
      }
      return panel;
    });
    this.#loading = loading;
    return loading;
  }

  async #ask(reason: TokenReason): Promise<string> {
    if (this.getToken !== null) return this.getToken(reason);
    const response = await fetch(this.getAttribute('token-url') ?? '/support-token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reason }),
    });
    const token: unknown = response.ok ? Reflect.get(Object(await response.json()), 'token') : null;
    if (typeof token === 'string') return token;
    throw new Error(`Token: HTTP ${response.status}`);
  }

  #locale(): 'fr' | 'en' {
    const asked = this.lang || this.getAttribute('locale') || '';
    return asked.toLowerCase().startsWith('en') ? 'en' : 'fr';
  }

  #speak(): void {
    this.#label.textContent = words[this.#locale()].label;
  }
}

/** The names in the browser's storage that begin so; none where it is closed. */
function inStorage(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function lifebuoy(): SVGElement {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.ariaHidden = 'true';
  const path = document.createElementNS(ns, 'path');
  path.setAttribute(
    'd',
    'M5 18.5 3.5 21l3.8-1.2A9 9 0 1 0 5 18.5ZM9.6 9.4a2.5 2.5 0 1 1 3.4 2.3c-.7.3-1 .8-1 1.6M12 16.4v.1',
  );
  svg.append(path);
  return svg;
}

declare global {
  interface HTMLElementTagNameMap {
    'teo-support': TeoSupport;
  }
  interface HTMLElementEventMap {
    'teo-support-filed': CustomEvent<FiledDetail>;
  }
}
