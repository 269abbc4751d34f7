import { ApiError } from '@teo-support/sdk';
import { css, html, LitElement, nothing } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import type { Attachment } from './attachment.js';

/** The most that the API takes with one message or test. */
const maxFiles = 8;

/** Pictures that go along with what one writes: sent to the server at once, named with the words later. */
export class ImageAttachments extends LitElement {
  static override properties = {
    desk: { attribute: false },
    files: { attribute: false },
    change: { attribute: false },
    label: {},
    underWay: { state: true },
    problem: { state: true },
  };
  declare desk: Desk;
  declare files: readonly Attachment[];
  /** Told the files whenever one came or went. */
  declare change: (files: readonly Attachment[]) => void;
  declare label: string;
  declare underWay: number;
  declare problem: string | null;
  #batch: Promise<boolean> = Promise.resolve(true);

  constructor() {
    super();
    this.underWay = 0;
    this.problem = null;
  }

  protected override render() {
    const { attachments } = this.desk.words;
    return html`
      ${
        this.files.length === 0
          ? nothing
          : html`<ul aria-label=${this.label}>
              ${this.files.map(
                (file) => html`<li><span>${file.name}</span>
                  <button type="button" class="button quiet icon" aria-label=${attachments.remove(file.name)} @click=${() => this.#remove(file)}>${icon('close')}</button></li>`,
              )}
            </ul>`
      }
      <input id="files" class="visually-hidden" type="file" accept="image/png,image/jpeg,image/webp,image/gif" multiple
        aria-describedby="hint" @change=${this.#chosen}>
      <label class="button quiet" for="files">${icon('image')}${this.label}</label>
      <span class="hint" id="hint">${attachments.hint}</span>
      <div role="status">${this.underWay > 0 ? html`<span class="hint">${attachments.sending}</span>` : nothing}</div>
      <div role="alert">${this.problem === null ? nothing : html`<p class="error">${icon('alert')}${this.problem}</p>`}</div>
    `;
  }

  /** Whether what was chosen has arrived: words that are sent meanwhile would go without it. */
  get settled(): Promise<boolean> {
    return this.#batch;
  }

  readonly #chosen = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    const chosen = [...(target.files ?? [])];
    // Empty again, so that the same file can be chosen a second time.
    target.value = '';
    const free = maxFiles - this.files.length - this.underWay;
    this.problem = chosen.length > free ? this.desk.words.attachments.tooMany(maxFiles) : null;
    const batch = Promise.all([this.#batch, ...chosen.slice(0, free).map((file) => this.#upload(file))]);
    const settled = batch.then((arrived) => arrived.every(Boolean));
    this.#batch = settled;
    // A failure holds back what is sent now; it is on the screen for what is sent later.
    void settled.then(() => {
      if (this.#batch === settled) this.#batch = Promise.resolve(true);
    });
  };

  async #upload(file: File): Promise<boolean> {
    const { client, words } = this.desk;
    this.underWay += 1;
    try {
      const { id } = await client.files.upload(file, file.name);
      this.#give([...this.files, { id, name: file.name }]);
      return true;
    } catch (error) {
      const why = error instanceof ApiError ? error.message : words.problem.connection;
      this.problem = `${file.name} : ${why}`;
      return false;
    } finally {
      this.underWay -= 1;
    }
  }

  #remove(file: Attachment): void {
    this.#give(this.files.filter(({ id }) => id !== file.id));
    this.renderRoot.querySelector<HTMLElement>('#files')?.focus();
  }

  /** Known here at once, as two uploads may end before the form has been drawn again. */
  #give(files: readonly Attachment[]): void {
    this.files = files;
    this.change(files);
  }

  static override styles = [
    staffStyles,
    css`
      ul {
        display: grid;
        gap: 2px;
        margin-bottom: var(--_space-1);
      }
      li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding-left: var(--_space-3);
        border-radius: var(--_radius);
        background: var(--_surface-2);
        font-size: 13.5px;
        overflow-wrap: anywhere;
      }
      span.hint {
        display: inline-block;
      }
      label.button {
        padding-inline: 10px;
        margin-left: -10px;
      }
      input:focus-visible + label {
        box-shadow: var(--_focus);
      }
    `,
  ];
}

customElements.define('image-attachments', ImageAttachments);

declare global {
  interface HTMLElementTagNameMap {
    'image-attachments': ImageAttachments;
  }
}
