import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { type ScreenName, screenAt } from '../screens.js';
import type { HostSessionView } from '../session.js';
import './attendance/attendance-screen.js';
import './directory/directory-screen.js';
import './faq/faq-screen.js';
import './forum/forum-screen.js';
import './forum/roadmap-screen.js';
import { hostApi } from './host-api.js';
import './planning/planning-screen.js';
import './schedule/schedule-screen.js';
import { shell } from './shell.js';
import './trainings/trainings-screen.js';
import { words } from './words.js';

const contents: Readonly<Record<ScreenName, TemplateResult>> = {
  attendance: html`<teo-attendance></teo-attendance>`,
  directory: html`<teo-directory></teo-directory>`,
  schedule: html`<teo-schedule></teo-schedule>`,
  planning: html`<teo-planning></teo-planning>`,
  trainings: html`<teo-trainings></teo-trainings>`,
  faq: html`<teo-faq></teo-faq>`,
  forum: html`<teo-forum></teo-forum>`,
  roadmap: html`<teo-roadmap></teo-roadmap>`,
};

/** téo: the screen at this address, with what stands around each of them. */
export class TeoApp extends LitElement {
  static override properties = { session: { state: true } };
  declare session: HostSessionView | null;
  readonly #screen = screenAt(window.location.pathname) ?? 'attendance';

  constructor() {
    super();
    this.session = null;
  }

  /** In the page itself, as a host product's markup is: the widget must get along with it. */
  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    // Before the screen asks for anything: this answer brings the cookie of a new visitor.
    this.session = await hostApi.session();
  }

  protected override updated(): void {
    // On a narrow screen the modules are a row that scrolls: the current one must be seen.
    this.querySelector('.module[aria-current="page"]')?.scrollIntoView({
      block: 'nearest',
      inline: 'center',
    });
  }

  protected override render() {
    if (this.session === null) return nothing;
    return shell(this.session, words, {
      screen: this.#screen,
      content: contents[this.#screen],
      switchTo: async (sub) => {
        await hostApi.switchTo(sub);
        window.location.assign(window.location.pathname);
      },
      reset: async () => {
        await Promise.all([hostApi.resetSheet(), hostApi.resetDirectory()]);
        window.location.reload();
      },
    });
  }
}

customElements.define('teo-app', TeoApp);
