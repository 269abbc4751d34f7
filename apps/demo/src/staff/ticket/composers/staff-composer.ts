import type { PresentDoing, StaffTicket } from '@teo-support/sdk';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import '../consultation/consult-form.js';
import '../consultation/view-form.js';
import '../reproduction-test/reproduction-test.js';
import '../resolution/resolution-form.js';
import '../roll-back/roll-back-form.js';
import './answer-composer.js';
import {
  type ComposerMode,
  draftOf,
  groundOf,
  modeIcons,
  offeredModes,
  startingMode,
} from './composer-mode.js';
import './note-composer.js';
import { staffComposerStyles } from './staff-composer-styles.js';

/**
 * The one place where one writes on a ticket, a tab for each purpose. Each has a form, a draft and a ground of its own:
 * words never move from one to another, so that no note is sent to a requester by a wrong setting.
 */
export class StaffComposer extends LitElement {
  static override properties = {
    desk: { attribute: false },
    ticket: { attribute: false },
    mode: { state: true },
  };
  declare desk: Desk;
  declare ticket: StaffTicket;
  declare mode: ComposerMode | null;

  constructor() {
    super();
    this.mode = null;
  }

  #offered(): readonly ComposerMode[] {
    return offeredModes(this.ticket, this.desk.member);
  }

  #begun(mode: ComposerMode): boolean {
    return this.desk.drafts.read(this.ticket.id, draftOf[mode]) !== null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const offered = this.#offered();
    const another = changed.has('ticket') && changed.get('ticket')?.id !== this.ticket.id;
    if (!another && this.mode !== null && offered.includes(this.mode)) return;
    this.mode = startingMode(offered, (mode) => this.#begun(mode));
  }

  protected override firstUpdated(): void {
    this.addEventListener('ticket-change', () => void this.#done());
    this.addEventListener('compose-request', (event) => {
      event.stopPropagation();
      void this.open(event.mode);
    });
  }

  /** What somebody does who writes in the form that is shown. */
  get doing(): PresentDoing {
    return this.mode !== null && groundOf[this.mode] === 'public' ? 'answering' : 'noting';
  }

  /** Shows one of the forms and puts the focus into it. */
  async open(mode: ComposerMode): Promise<void> {
    if (!this.#offered().includes(mode)) return;
    this.mode = mode;
    await this.updateComplete;
    this.scrollIntoView({ block: 'nearest' });
    const form = this.renderRoot.querySelector(`#panel-${mode} > *`);
    if (form instanceof LitElement) await form.updateComplete;
    form?.shadowRoot?.querySelector<HTMLElement>('textarea, input:not([type=file]), select, button')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { composer } = this.desk.words;
    const { mode } = this;
    const offered = this.#offered();
    if (mode === null) return nothing;
    // With a note alone left to write, what else is not possible has one reason.
    const refusal = offered.length === 1 ? this.ticket.refusals.answer : undefined;
    return html`<section class="composer ${groundOf[mode]} ${mode}" aria-label=${composer.label}>
      <div class="tabs" role="tablist" aria-label=${composer.label} @keydown=${this.#pressed}>
        ${offered.map((each) => this.#tab(each))}
      </div>
      ${refusal === undefined ? nothing : html`<p class="refusal">${icon('lock')}<span>${refusal}</span></p>`}
      ${repeat(
        offered,
        (each) => each,
        // All stay in the page: what is under way in one goes on while another is shown.
        (each) =>
          html`<div class="panel" role="tabpanel" id="panel-${each}" aria-labelledby="tab-${each}" ?hidden=${each !== mode}>${this.#form(each)}</div>`,
      )}
    </section>`;
  }

  #tab(mode: ComposerMode): TemplateResult {
    const { composer } = this.desk.words;
    const chosen = mode === this.mode;
    const begun = !chosen && this.#begun(mode);
    return html`<button type="button" role="tab" id="tab-${mode}" class="tab" aria-selected=${chosen ? 'true' : 'false'}
      aria-controls="panel-${mode}" tabindex=${chosen ? 0 : -1} @click=${() => this.#choose(mode)}>
      ${icon(modeIcons[mode])}<span>${composer.modes[mode]}${begun ? html` <span class="visually-hidden">(${composer.draft})</span>` : nothing}</span>
      ${begun ? html`<span class="begun" aria-hidden="true"></span>` : nothing}
    </button>`;
  }

  #form(mode: ComposerMode): TemplateResult {
    const { desk, ticket } = this;
    switch (mode) {
      case 'view':
        return html`<view-form .desk=${desk} .ticket=${ticket}></view-form>`;
      case 'answer':
        return html`<answer-composer .desk=${desk} .ticket=${ticket}></answer-composer>`;
      case 'note':
        return html`<note-composer .desk=${desk} .ticket=${ticket}></note-composer>`;
      case 'test':
        return html`<reproduction-test .desk=${desk} .ticket=${ticket}></reproduction-test>`;
      case 'roll_back':
        return html`<roll-back-form .desk=${desk} .ticket=${ticket}></roll-back-form>`;
      case 'consult':
        return html`<consult-form .desk=${desk} .ticket=${ticket}></consult-form>`;
      case 'resolve':
        return html`<resolution-form .desk=${desk} .ticket=${ticket}></resolution-form>`;
    }
  }

  #choose(mode: ComposerMode): void {
    this.mode = mode;
  }

  readonly #pressed = async (event: KeyboardEvent) => {
    const offered = this.#offered();
    const at = this.mode === null ? -1 : offered.indexOf(this.mode);
    const to = nextTab(event.key, at, offered.length);
    const mode = to === null ? undefined : offered[to];
    if (mode === undefined) return;
    event.preventDefault();
    this.mode = mode;
    await this.#focusTab();
  };

  /** An answer and a note are often followed by another; what else was done leads back to the start. */
  async #done(): Promise<void> {
    await this.updateComplete;
    if (this.mode === 'answer' || this.mode === 'note') return;
    this.mode = startingMode(this.#offered(), () => false);
    await this.#focusTab();
  }

  async #focusTab(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  }

  static override styles = [staffStyles, staffComposerStyles];
}

/** Where a key leads from one of `count` tabs: around at the ends; `null` when it is not for them. */
function nextTab(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

customElements.define('staff-composer', StaffComposer);

declare global {
  interface HTMLElementTagNameMap {
    'staff-composer': StaffComposer;
  }
}
