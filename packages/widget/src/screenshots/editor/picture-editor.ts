import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ScreenshotWords } from '../../locales/words.js';
import { apart } from '../../panel/apart.js';
import { define } from '../../panel/define.js';
import { sharedStyle } from '../../panel/shared-style.js';
import { editorStyle } from './editor-style.js';
import { renderEnding, renderQuestion } from './ending.js';
import { armed, drawn, type Editing, editingOf, inTime, placed, type Tool } from './gestures.js';
import { redone, undone } from './history.js';
import { onKey } from './keys.js';
import { described } from './overlay.js';
import { paintAsShown } from './paint.js';
import { pictureFile } from './picture-file.js';
import { type Drawing, removed, type Target, worded } from './shapes.js';
import { type OnStage, renderStage, shownOf } from './stage.js';
import { renderToolbar, toolNames, type Zoom } from './toolbar.js';

/**
 * Crops a picture, points at things in it, writes on it and masks parts of it for good, by pointer, touch or keyboard.
 * A modal dialog: it closes when the picture is kept or left.
 * @fires picture-done - `detail` is the new file, or `null` when the picture was left
 */
export class PictureEditor extends LitElement implements OnStage {
  static override styles = [...sharedStyle, editorStyle];
  static override properties = {
    words: { attribute: false },
    picture: { attribute: false },
    name: { attribute: false },
    note: { attribute: false },
    editing: { state: true },
    zoom: { state: true },
    asking: { state: true },
    working: { state: true },
    failed: { state: true },
    said: { state: true },
  };

  declare words: ScreenshotWords | null;
  /** Is let go of when the editor goes. */
  declare picture: ImageBitmap | null;
  /** How the file will be called, without its ending. */
  declare name: string;
  /** What is to be known of the picture before anything else. */
  declare note: string;
  declare editing: Editing;
  declare zoom: Zoom;
  /** Whether it is asked if the picture is to be left. */
  declare asking: boolean;
  declare working: boolean;
  declare failed: boolean;
  declare said: string;

  readonly #resized = new ResizeObserver(() => this.requestUpdate());

  constructor() {
    super();
    this.words = null;
    this.picture = null;
    this.name = '';
    this.note = '';
    this.editing = editingOf({ width: 1, height: 1 });
    this.zoom = 1;
    this.asking = false;
    this.working = false;
    this.failed = false;
    this.said = '';
  }

  /** Shows a picture. */
  begin(picture: ImageBitmap): void {
    this.picture = picture;
    this.editing = editingOf(picture);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.picture?.close();
    this.picture = null;
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas !== null) canvas.width = 0;
    // Also when the whole widget goes away, somebody waits.
    this.#done(null);
  }

  override firstUpdated(): void {
    this.#dialog?.showModal();
    this.#heading?.focus();
    const stage = this.renderRoot.querySelector('.stage');
    if (stage !== null) this.#resized.observe(stage);
  }

  override updated(): void {
    this.#paint();
    // What had the focus may be gone, as after an undo.
    if (this.#dialog?.open === true && this.shadowRoot?.activeElement === null)
      this.#heading?.focus({ preventScroll: true });
  }

  override render(): TemplateResult | typeof nothing {
    const { words } = this;
    if (words === null) return nothing;
    return html`<dialog aria-labelledby="title" @keydown=${(event: KeyboardEvent) => onKey(event, this)}
      @cancel=${(event: Event) => this.#onCancel(event)} @close=${() => this.#done(null)}>
      <header>
        <h2 id="title" tabindex="-1">${words.title}</h2>
        ${renderToolbar({
          words,
          editing: this.editing,
          zoom: this.zoom,
          arm: (tool, byKey) => this.#arm(tool, byKey),
          undo: () => this.undo(undone),
          redo: () => this.undo(redone),
          zoomTo: (zoom) => {
            this.zoom = zoom;
          },
        })}
      </header>
      ${renderStage(this, words)}
      ${
        this.asking
          ? renderQuestion(
              words,
              () => this.#done(null),
              () => this.#ask(false),
            )
          : renderEnding({
              words,
              editing: this.editing,
              note: this.note,
              working: this.working,
              failed: this.failed,
              write: (text) => this.#write(text),
              remove: (target) => this.takeOut(target),
              leave: () => this.#leave(),
              keep: () => apart(this.#keep()),
            })
      }
      <span class="visually-hidden" role="status">${this.said}</span>
    </dialog>`;
  }

  get drawing(): Drawing {
    return this.editing.history.present;
  }

  #paint(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (this.picture !== null && canvas !== null)
      paintAsShown(canvas, this.picture, this.drawing, shownOf(this.editing));
  }

  undo(way: typeof undone): void {
    this.editing = inTime(this.editing, way(this.editing.history));
    if (this.words !== null) this.said = way === undone ? this.words.undone : this.words.redone;
  }

  /** Takes a tool. Who has no pointer gets its shape at once, in the middle. */
  #arm(tool: Tool, byKey: boolean): void {
    this.editing = armed(this.editing, tool);
    if (!byKey || this.editing.tool === null) return;
    if (tool !== 'crop') this.editing = placed(this.editing, tool);
    this.follow();
  }

  /** The focus goes to what is chosen: it is what the next keys are for. */
  follow(): void {
    const { chosen } = this.editing;
    const shape = this.drawing.shapes.find(({ id }) => id === chosen);
    if (shape?.kind === 'text' && shape.text === '') apart(this.#focusOn('#words'));
    else if (chosen !== null) apart(this.#focusOn(`[data-target="${chosen}"]`));
  }

  /** Once it is drawn. */
  async #focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement | SVGElement>(selector)?.focus();
  }

  say(target: Target): void {
    const { words, drawing } = this;
    const shape = drawing.shapes.find(({ id }) => id === target);
    if (words === null) return;
    this.said = described(shape ?? { ...drawing.crop, id: 'crop', kind: 'crop' }, words);
  }

  enter(target: Target): void {
    if (target === 'crop') {
      this.#arm('crop', true);
      this.#focusTool(0);
    } else if (this.drawing.shapes.some(({ id, kind }) => id === target && kind === 'text'))
      apart(this.#focusOn('#words'));
  }

  escape(): void {
    if (this.asking) this.#ask(false);
    else if (this.editing.held !== null) this.editing = { ...this.editing, held: null };
    else if (this.editing.tool !== null) {
      this.#focusTool(toolNames.indexOf(this.editing.tool));
      this.#arm(this.editing.tool, true);
    } else this.#leave();
  }

  #focusTool(place: number): void {
    this.renderRoot.querySelectorAll<HTMLElement>('.tool')[place]?.focus();
  }

  #write(text: string): void {
    const { chosen } = this.editing;
    if (chosen !== null)
      this.editing = drawn(this.editing, worded(this.drawing, chosen, text), `words ${chosen}`);
  }

  /** The focus goes on to the next shape, or to the tools after the last. */
  takeOut(target: Target): void {
    const place = this.drawing.shapes.findIndex(({ id }) => id === target);
    const shape = this.drawing.shapes[place];
    this.editing = drawn(this.editing, removed(this.drawing, target));
    if (shape === undefined || this.words === null) return;
    this.said = this.words.removed(this.words.shape[shape.kind]);
    const next = this.drawing.shapes[place] ?? this.drawing.shapes.at(-1);
    this.editing = { ...this.editing, chosen: next?.id ?? null, held: null };
    if (next !== undefined) apart(this.#focusOn(`[data-target="${next.id}"]`));
    else this.#focusTool(toolNames.indexOf(shape.kind));
  }

  #onCancel(event: Event): void {
    event.preventDefault();
    this.#leave();
  }

  #leave(): void {
    if (this.editing.history.past.length === 0) this.#done(null);
    else this.#ask(true);
  }

  #ask(asking: boolean): void {
    this.asking = asking;
    apart(this.#focusOn(asking ? '#stay' : 'h2'));
  }

  async #keep(): Promise<void> {
    const { picture } = this;
    if (picture === null || this.working) return;
    this.working = true;
    this.failed = false;
    try {
      this.#done(await pictureFile(picture, this.drawing, this.name));
    } catch {
      // Whatever it was, the picture is still here, and so is the way to leave.
      this.failed = true;
    } finally {
      this.working = false;
    }
  }

  #done(file: File | null): void {
    this.dispatchEvent(new CustomEvent('picture-done', { detail: file }));
    // Gives the focus back to where it was.
    this.#dialog?.close();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot?.querySelector('dialog') ?? null;
  }

  get #heading(): HTMLElement | null {
    return this.renderRoot.querySelector('h2');
  }
}

define('teo-support-picture-editor', PictureEditor);

declare global {
  interface HTMLElementTagNameMap {
    'teo-support-picture-editor': PictureEditor;
  }
}
