import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ScreenshotWords } from '../../locales/words.js';
import { apart } from '../../panel/apart.js';
import { define } from '../../panel/define.js';
import { sharedStyle } from '../../panel/shared-style.js';
import { editorStyle } from './editor-style.js';
import { renderEnding, renderQuestion } from './ending.js';
import {
  armed,
  down,
  dragged,
  drawn,
  type Editing,
  editingOf,
  inTime,
  lost,
  nudged,
  placed,
  type Tool,
  up,
} from './gestures.js';
import { redone, undone } from './history.js';
import { described, gripAt, placeIn, renderOverlay, targetAt } from './overlay.js';
import { paintAsShown } from './paint.js';
import { pictureFile } from './picture-file.js';
import { boxOf, type Drawing, type Point, removed, type Target, wholeOf, worded } from './shapes.js';
import { renderToolbar, toolNames, type Zoom } from './toolbar.js';

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/**
 * Crops a picture, points at things in it, writes on it and masks parts of it for good, by pointer, touch or keyboard.
 * A modal dialog: it closes when the picture is kept or left.
 * @fires picture-done - `detail` is the new file, or `null` when the picture was left
 */
export class PictureEditor extends LitElement {
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
    const { words, drawing } = this;
    if (words === null) return nothing;
    const { x, y, width, height } = this.#view;
    const { tool, chosen, held } = this.editing;
    const label = words.picture(width, height, drawing.shapes.length);
    return html`<dialog aria-labelledby="title" @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
      @cancel=${(event: Event) => this.#onCancel(event)} @close=${() => this.#done(null)}>
      <header>
        <h2 id="title" tabindex="-1">${words.title}</h2>
        ${renderToolbar({
          words,
          editing: this.editing,
          zoom: this.zoom,
          arm: (tool, byKey) => this.#arm(tool, byKey),
          undo: () => this.#undo(undone),
          redo: () => this.#undo(redone),
          zoomTo: (zoom) => {
            this.zoom = zoom;
          },
        })}
      </header>
      <div class="stage">
        <div class="sheet zoom${this.zoom}">
          <canvas aria-hidden="true"></canvas>
          <svg class="over ${tool !== null || held !== null ? 'armed' : ''}" tabindex="0" viewBox="${x} ${y} ${width} ${height}" role="application"
            aria-label=${label} aria-describedby="hint"
            @pointerdown=${(event: PointerEvent) => this.#onDown(event)} @pointermove=${(event: PointerEvent) => this.#onMove(event)}
            @pointerup=${() => this.#onUp()} @pointercancel=${() => this.#set(lost(this.editing))} @focusin=${(event: FocusEvent) => this.#onFocus(event)}>
            ${renderOverlay({ drawing, cropping: tool === 'crop', chosen, held, words })}
          </svg>
        </div>
      </div>
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
              remove: (target) => this.#remove(target),
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

  /** What of the picture is shown: all of it while the part to keep is being chosen. */
  get #view() {
    return boxOf(this.editing.tool === 'crop' ? wholeOf(this.drawing.size) : this.drawing.crop);
  }

  #paint(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (this.picture !== null && canvas !== null)
      paintAsShown(canvas, this.picture, this.drawing, this.#view);
  }

  #set(editing: Editing): void {
    this.editing = editing;
  }

  #undo(way: typeof undone): void {
    this.#set(inTime(this.editing, way(this.editing.history)));
    if (this.words !== null) this.said = way === undone ? this.words.undone : this.words.redone;
  }

  /** Takes a tool. Who has no pointer gets its shape at once, in the middle. */
  #arm(tool: Tool, byKey: boolean): void {
    this.#set(armed(this.editing, tool));
    if (!byKey || this.editing.tool === null) return;
    if (tool !== 'crop') this.#set(placed(this.editing, tool));
    this.#follow();
  }

  /** The focus goes to what is chosen: it is what the next keys are for. */
  #follow(): void {
    const { chosen } = this.editing;
    const shape = this.drawing.shapes.find(({ id }) => id === chosen);
    if (shape?.kind === 'text' && shape.text === '') apart(this.#focusText());
    else if (chosen !== null) apart(this.#focusOn(chosen));
  }

  async #focusText(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#words')?.focus();
  }

  async #focusOn(target: Target): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<SVGElement>(`[data-target="${target}"]`)?.focus();
  }

  #onFocus({ target }: FocusEvent): void {
    const chosen = targetAt(target);
    if (chosen !== null && chosen !== this.editing.chosen) this.#set({ ...this.editing, chosen, held: null });
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary) return;
    const at = this.#placeOf(event);
    this.#set(down(this.editing, at, targetAt(event.target), gripAt(event.target)));
    if (this.editing.drag !== null && event.currentTarget instanceof Element)
      event.currentTarget.setPointerCapture(event.pointerId);
  }

  #onMove(event: PointerEvent): void {
    if (this.editing.drag !== null) this.#set(dragged(this.editing, this.#placeOf(event)));
  }

  #onUp(): void {
    if (this.editing.drag === null) return;
    this.#set(up(this.editing));
    this.#follow();
  }

  #placeOf(event: PointerEvent): Point {
    const over = this.renderRoot.querySelector<SVGSVGElement>('svg.over');
    return over === null ? { x: 0, y: 0 } : placeIn(over, event, this.drawing.size);
  }

  #onKey(event: KeyboardEvent): void {
    // Not for the page below, whatever it listens to.
    event.stopPropagation();
    const { key } = event;
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      const letter = key.toLowerCase();
      if (letter !== 'z' && letter !== 'y') return;
      event.preventDefault();
      this.#undo(letter === 'y' || event.shiftKey ? redone : undone);
      return;
    }
    if (key === 'Escape') {
      event.preventDefault();
      this.#escape();
      return;
    }
    const target = targetAt(event.target);
    if (target === null) return;
    if (key === 'Delete' || key === 'Backspace') this.#remove(target);
    else if (key === 'Enter') this.#enter(target);
    else if (!this.#nudge(target, event)) return;
    event.preventDefault();
  }

  #nudge(target: Target, { key, shiftKey, repeat }: KeyboardEvent): boolean {
    const way = arrows[key];
    if (way === undefined) return false;
    const far = repeat ? 4 : 1;
    this.#set(nudged(this.editing, target, { x: way.x * far, y: way.y * far }, shiftKey));
    this.#say(target);
    return true;
  }

  #say(target: Target): void {
    const { words, drawing } = this;
    const shape = drawing.shapes.find(({ id }) => id === target);
    if (words === null) return;
    this.said = described(shape ?? { ...drawing.crop, id: 'crop', kind: 'crop' }, words);
  }

  #enter(target: Target): void {
    if (target === 'crop') {
      this.#arm('crop', true);
      this.#focusTool(0);
    } else if (this.drawing.shapes.some(({ id, kind }) => id === target && kind === 'text'))
      apart(this.#focusText());
  }

  #escape(): void {
    if (this.asking) this.#ask(false);
    else if (this.editing.held !== null) this.#set({ ...this.editing, held: null });
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
      this.#set(drawn(this.editing, worded(this.drawing, chosen, text), `words ${chosen}`));
  }

  /** The focus goes on to the next shape, or to the tools after the last. */
  #remove(target: Target): void {
    const place = this.drawing.shapes.findIndex(({ id }) => id === target);
    const shape = this.drawing.shapes[place];
    this.#set(drawn(this.editing, removed(this.drawing, target)));
    if (shape === undefined || this.words === null) return;
    this.said = this.words.removed(this.words.shape[shape.kind]);
    const next = this.drawing.shapes[place] ?? this.drawing.shapes.at(-1);
    this.#set({ ...this.editing, chosen: next?.id ?? null, held: null });
    if (next !== undefined) apart(this.#focusOn(next.id));
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
    apart(
      this.updateComplete.then(() =>
        asking ? this.renderRoot.querySelector<HTMLElement>('#stay')?.focus() : this.#heading?.focus(),
      ),
    );
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
