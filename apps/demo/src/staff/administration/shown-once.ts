import { css, html, LitElement } from 'lit';
import { staffStyles } from '../design/staff-styles.js';
import { icon } from '../icons/icon.js';
import type { Words } from '../locales/index.js';

/** Something secret that is shown this once, with a button that copies it. */
export class ShownOnce extends LitElement {
  static override properties = {
    words: { attribute: false },
    label: { attribute: false },
    value: { attribute: false },
    told: { state: true },
  };
  declare words: Words;
  declare label: string;
  declare value: string;
  declare told: string;

  constructor() {
    super();
    this.told = '';
  }

  override focus(): void {
    const field = this.renderRoot.querySelector('input');
    field?.focus();
    field?.select();
    // Its beginning, by which it is recognised, and not its end.
    if (field) field.scrollLeft = 0;
  }

  protected override render() {
    return html`<div class="field">
        <label class="label" for="secret">${this.label}</label>
        <div class="row">
          <input class="input" id="secret" readonly autocomplete="off" spellcheck="false" .value=${this.value}
            @focus=${({ target }: Event) => target instanceof HTMLInputElement && target.select()}>
          <button type="button" class="button" @click=${this.#copy}>${icon('copy')}${this.words.copy.copy}</button>
        </div>
      </div>
      <p class="hint" role="status">${this.told}</p>`;
  }

  readonly #copy = async () => {
    try {
      await navigator.clipboard.writeText(this.value);
      this.told = this.words.copy.copied;
    } catch {
      // A browser may refuse the clipboard; the person still can copy by hand.
      this.focus();
      this.told = this.words.copy.failed;
    }
  };

  static override styles = [
    staffStyles,
    css`
      .row {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--_space-2);
      }
      .input {
        font-family: var(--_mono);
        font-size: 13px;
      }
      p:empty {
        min-height: 18px;
      }
      @media (max-width: 480px) {
        .row {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];
}

customElements.define('shown-once', ShownOnce);
