import { fileTypes, isPicture, longestAlt } from '@teo-support/core';
import { ApiError } from '@teo-support/sdk';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { textField } from '../../submission/text-field.js';

const acceptable = fileTypes
  .filter(isPicture)
  .flatMap(({ mediaType, endings }) => [mediaType, ...endings.map((ending) => `.${ending}`)])
  .join();

/** A picture that was chosen, and is to have its words before it stands in the text. */
interface Chosen {
  readonly file: File;
  /** Its object URL. */
  readonly url: string;
}

/** A picture that was sent, by the id of its file, and what it shows. */
export interface AddedPicture {
  readonly file: string;
  readonly alt: string;
}

/**
 * Adds a picture to a text: chosen here, or pasted and dropped where one writes. None without words for it.
 * @fires picture-added - one was sent; `detail` says which
 */
export class PictureAdder extends LitElement {
  static override properties = {
    desk: { attribute: false },
    chosen: { state: true },
    alt: { state: true },
    problem: { state: true },
    sending: { state: true },
  };
  declare desk: Desk;
  declare chosen: Chosen | null;
  declare alt: string;
  declare problem: string;
  declare sending: boolean;

  constructor() {
    super();
    this.chosen = null;
    this.alt = '';
    this.problem = '';
    this.sending = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  /** Takes what was pasted or dropped; tells whether there were files, which are nothing for the field itself. */
  take(data: DataTransfer | null): boolean {
    // Tables bring a picture of themselves along: their words are what is meant.
    const isTable = data?.types.includes('text/html') && data.types.includes('text/plain');
    const files = isTable ? [] : [...(data?.files ?? [])];
    if (files.length > 0) this.#choose(files);
    return files.length > 0;
  }

  protected override render(): TemplateResult {
    const { picture } = this.desk.words.faq.editor;
    const { chosen } = this;
    if (chosen === null)
      return html`<div class="row">
        <input id="file" class="visually-hidden" type="file" accept=${acceptable} aria-describedby="hint" @change=${this.#onChosen}>
        <label class="button quiet" for="file">${icon('image')}${picture.add}</label>
        <span class="hint" id="hint">${picture.hint}</span>
        ${this.problem === '' ? nothing : html`<p class="error" role="alert">${icon('alert')}${this.problem}</p>`}
      </div>`;
    return html`<div class="panel" role="group" aria-label=${picture.add} @keydown=${this.#onKey}>
      <img src=${chosen.url} alt="">
      <div class="stack">
        ${textField({
          name: 'alt',
          label: picture.alt,
          hint: picture.altHint,
          line: true,
          value: this.alt,
          error: this.problem,
          onInput: (alt) => {
            this.alt = alt;
            this.problem = '';
          },
        })}
        <div class="row">
          <button type="button" class="button primary" aria-disabled=${this.sending} @click=${() => void this.#send(chosen)}>${this.sending ? picture.sending : picture.insert}</button>
          <button type="button" class="button quiet" @click=${() => void this.#giveUp()}>${picture.giveUp}</button>
        </div>
      </div>
      <p class="visually-hidden" role="status">${this.sending ? picture.sending : nothing}</p>
    </div>`;
  }

  readonly #onChosen = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    const files = [...(target.files ?? [])];
    // Empty again, so that the same file can be chosen a second time.
    target.value = '';
    this.#choose(files);
  };

  /** It stands in a form, whose own keys are for the article. */
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      void this.#giveUp();
    }
    const inField = event.composedPath()[0] instanceof HTMLInputElement;
    if (event.key !== 'Enter' || !inField || this.chosen === null) return;
    event.preventDefault();
    void this.#send(this.chosen);
  };

  #choose(files: readonly File[]): void {
    const file = files.find(({ type }) => isPicture({ mediaType: type }));
    this.#leave();
    this.alt = '';
    this.problem = file === undefined ? this.desk.words.faq.editor.picture.refused : '';
    if (file === undefined) return;
    this.chosen = { file, url: URL.createObjectURL(file) };
    void this.updateComplete.then(() => this.#focus('#alt'));
  }

  async #send(chosen: Chosen): Promise<void> {
    const { words, client } = this.desk;
    const { picture } = words.faq.editor;
    const alt = this.alt.trim();
    if (this.sending) return;
    if (alt === '' || alt.length > longestAlt) {
      this.problem = alt === '' ? picture.altMissing : picture.altLong(longestAlt);
      return this.#focus('#alt');
    }
    this.sending = true;
    try {
      const { id } = await client.files.upload(chosen.file, chosen.file.name);
      if (this.chosen !== chosen) return void client.files.discard(id).catch(() => undefined);
      this.#leave();
      this.desk.announce(picture.added);
      const detail: AddedPicture = { file: id, alt };
      this.dispatchEvent(new CustomEvent('picture-added', { detail }));
    } catch (error) {
      this.problem = error instanceof ApiError ? error.message : words.problem.connection;
      this.#focus('#alt');
    } finally {
      this.sending = false;
    }
  }

  async #giveUp(): Promise<void> {
    this.#leave();
    this.problem = '';
    await this.updateComplete;
    this.#focus('#file');
  }

  #leave(): void {
    if (this.chosen !== null) URL.revokeObjectURL(this.chosen.url);
    this.chosen = null;
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  static override styles = [
    staffStyles,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space-2) var(--_space-3);
      }
      .panel {
        display: grid;
        grid-template-columns: minmax(0, 160px) minmax(0, 1fr);
        gap: var(--_space-4);
        padding: var(--_space-3);
      }
      .stack {
        display: grid;
        gap: var(--_space-3);
      }
      img {
        max-width: 100%;
        max-height: 160px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
      }
      label.quiet {
        padding-inline: 10px;
        margin-left: -10px;
      }
      input:focus-visible + label {
        box-shadow: var(--_focus);
      }
      @media (max-width: 560px) {
        .panel {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

customElements.define('picture-adder', PictureAdder);

declare global {
  interface HTMLElementTagNameMap {
    'picture-adder': PictureAdder;
  }
}
