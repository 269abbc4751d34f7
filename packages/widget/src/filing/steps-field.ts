import { html, LitElement, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import { apart } from '../panel/apart.js';
import { define } from '../panel/define.js';
import type { FullSession } from '../panel/full-session.js';
import { sharedStyle } from '../panel/shared-style.js';
import { stepsStyle } from './steps-style.js';

/**
 * An ordered list of short texts. Enter goes on to the next one, and Backspace in an empty one takes it away.
 * @fires steps-change - `detail` is the list as it now is
 */
class StepsField extends LitElement {
  static override styles = [...sharedStyle, stepsStyle];
  static override properties = {
    session: { attribute: false },
    label: { attribute: false },
    steps: { attribute: false },
    maxItems: { attribute: false },
    maxLength: { attribute: false },
    invalid: { attribute: false },
  };

  declare session: FullSession | null;
  declare label: string;
  declare steps: readonly string[];
  declare maxItems: number;
  declare maxLength: number;
  declare invalid: boolean;

  constructor() {
    super();
    this.session = null;
    this.label = '';
    this.steps = [''];
    this.maxItems = 1;
    this.maxLength = 1;
    this.invalid = false;
  }

  /** Puts the focus where typing begins. */
  override focus(): void {
    this.#inputAt(0)?.focus();
  }

  override render(): TemplateResult | undefined {
    const words = this.session?.words.form;
    if (words === undefined) return undefined;
    return html`<div class="stack">
      <ol class="steps">
        ${this.steps.map(
          (step, index) => html`<li>
            <span class="number" aria-hidden="true">${index + 1}.</span>
            <textarea class="input" rows="1" aria-label="${this.label} ${words.step(index + 1)}" .value=${step}
              maxlength=${this.maxLength} aria-invalid=${this.invalid} @input=${(event: Event) => this.#typed(event, index)}
              @keydown=${(event: KeyboardEvent) => this.#onKey(event, index)}></textarea>
            <button class="button quiet icon" type="button" aria-label=${words.moveUp(index + 1)} ?hidden=${index === 0}
              @click=${() => this.#moveUp(index)}>${icon('up')}</button>
            <button class="button quiet icon" type="button" aria-label=${words.removeStep(index + 1)}
              ?hidden=${this.steps.length === 1} @click=${() => this.#remove(index)}>${icon('close')}</button>
          </li>`,
        )}
      </ol>
      <span>
        <button class="button" type="button" ?hidden=${this.steps.length >= this.maxItems}
          @click=${() => this.#addAfter(this.steps.length - 1)}>${icon('add')} ${words.addStep}</button>
      </span>
    </div>`;
  }

  #typed(event: Event, index: number): void {
    if (event.target instanceof HTMLTextAreaElement) this.#change(this.steps.with(index, event.target.value));
  }

  #onKey(event: KeyboardEvent, index: number): void {
    if (event.key === 'Enter' && !event.isComposing && !event.shiftKey) {
      event.preventDefault();
      if (this.#inputAt(index + 1) !== null && this.steps[index + 1] === '') this.#focusAt(index + 1);
      else this.#addAfter(index);
    } else if (event.key === 'Backspace' && this.steps[index] === '' && this.steps.length > 1) {
      event.preventDefault();
      this.#remove(index);
    }
  }

  #addAfter(index: number): void {
    if (this.steps.length >= this.maxItems) return;
    this.#change(this.steps.toSpliced(index + 1, 0, ''));
    this.#focusAt(index + 1);
  }

  #remove(index: number): void {
    this.#change(this.steps.toSpliced(index, 1));
    this.#focusAt(Math.max(0, index - 1));
  }

  #moveUp(index: number): void {
    const step = this.steps[index];
    const above = this.steps[index - 1];
    if (step === undefined || above === undefined) return;
    this.#change(this.steps.with(index - 1, step).with(index, above));
    this.#focusAt(index - 1);
  }

  #change(steps: string[]): void {
    this.steps = steps;
    this.dispatchEvent(new CustomEvent('steps-change', { detail: steps }));
  }

  #focusAt(index: number): void {
    apart(this.updateComplete.then(() => this.#inputAt(index)?.focus()));
  }

  #inputAt(index: number): HTMLTextAreaElement | null {
    return this.renderRoot.querySelectorAll('textarea')[index] ?? null;
  }
}

define('teo-support-steps-field', StepsField);
