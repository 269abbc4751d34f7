import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk.js';
import { failureState } from '../submission/failure.js';
import { PageChange } from './desk-dialog.js';
import { Loaded } from './loaded.js';

/** A page of the administration: shows one thing that it loads, and looks again when a dialog has changed it. */
export abstract class DeskPage<T> extends LitElement {
  static override properties = { desk: { attribute: false }, moved: { attribute: false } };
  declare desk: Desk;
  /** Whether one came here from inside the staff view, which asks for the focus. */
  declare moved: boolean;
  protected readonly shown = new Loaded<T>(this, (signal) => this.ask(signal));

  constructor() {
    super();
    this.moved = false;
    this.addEventListener(PageChange.type, () => void this.#lookAgain());
  }

  protected abstract ask(signal: AbortSignal): Promise<T>;
  protected abstract heading(): string;
  protected abstract loading(): string;
  protected abstract body(value: T): TemplateResult;
  /** What leads back from here. */
  protected wayBack(): TemplateResult | typeof nothing {
    return nothing;
  }
  /** What stands beside the heading. */
  protected lead(_value: T | null): TemplateResult | typeof nothing {
    return nothing;
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    void this.shown.load();
    if (this.moved) this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override updated(_changed: PropertyValues<this>): void {
    document.title = `${this.heading()} · ${this.desk.words.product}`;
  }

  protected override render(): TemplateResult {
    const { value } = this.shown;
    return html`${this.wayBack()}
      <div class="title">
        <h1 tabindex="-1">${this.heading()}</h1>
        ${this.lead(value)}
      </div>
      ${this.#content()}`;
  }

  #content(): TemplateResult {
    const { value, error } = this.shown;
    if (value !== null) return this.body(value);
    if (error !== null) {
      return html`<section class="panel">${failureState(error, this.desk.words, () => void this.shown.load())}</section>`;
    }
    return html`<section class="panel" aria-busy="true"><p class="visually-hidden" role="status">${this.loading()}</p>
      <div class="skeleton-rows" aria-hidden="true">${[1, 2, 3, 4].map(() => html`<div><span></span><span></span></div>`)}</div></section>`;
  }

  /** What was just used may be gone from the page: then the focus goes to the heading, not to nowhere. */
  async #lookAgain(): Promise<void> {
    await this.shown.load();
    await this.updateComplete;
    const root = this.renderRoot;
    if (root instanceof ShadowRoot && root.activeElement === null) root.querySelector('h1')?.focus();
  }
}
