import { html, type TemplateResult } from 'lit';
import type { ScreenshotWords } from '../../locales/words.js';
import { down, dragged, type Editing, lost, up } from './gestures.js';
import { gripAt, placeIn, renderOverlay, targetAt } from './overlay.js';
import { boxOf, type Drawing, type Point, wholeOf } from './shapes.js';
import type { Zoom } from './toolbar.js';

/** What is edited on a stage, by hand. */
export interface OnStage {
  editing: Editing;
  readonly zoom: Zoom;
  /** The focus goes to what is chosen. */
  follow(): void;
}

/** What of the picture is shown: all of it while the part to keep is being chosen. */
export function shownOf({ tool, history }: Editing): ReturnType<typeof boxOf> {
  const { size, crop } = history.present;
  return boxOf(tool === 'crop' ? wholeOf(size) : crop);
}

/** The picture, what is drawn over it, and the hands on it. */
export function renderStage(editor: OnStage, words: ScreenshotWords): TemplateResult {
  const { tool, chosen, held, history } = editor.editing;
  const drawing = history.present;
  const { x, y, width, height } = shownOf(editor.editing);
  return html`<div class="stage">
    <div class="sheet zoom${editor.zoom}">
      <canvas aria-hidden="true"></canvas>
      <svg class="over ${tool !== null || held !== null ? 'armed' : ''}" tabindex="0" viewBox="${x} ${y} ${width} ${height}" role="application"
        aria-label=${words.picture(width, height, drawing.shapes.length)} aria-describedby="hint"
        @pointerdown=${(event: PointerEvent) => onDown(event, editor)} @pointermove=${(event: PointerEvent) => onMove(event, editor)}
        @pointerup=${() => onUp(editor)} @pointercancel=${() => onLost(editor)} @focusin=${(event: FocusEvent) => onFocus(event, editor)}>
        ${renderOverlay({ drawing, cropping: tool === 'crop', chosen, held, words })}
      </svg>
    </div>
  </div>`;
}

function onDown(event: PointerEvent, editor: OnStage): void {
  if (event.button !== 0 || !event.isPrimary) return;
  const at = placeOf(event, editor.editing.history.present);
  editor.editing = down(editor.editing, at, targetAt(event.target), gripAt(event.target));
  if (editor.editing.drag !== null && event.currentTarget instanceof Element)
    event.currentTarget.setPointerCapture(event.pointerId);
}

function onMove(event: PointerEvent, editor: OnStage): void {
  const { editing } = editor;
  if (editing.drag !== null) editor.editing = dragged(editing, placeOf(event, editing.history.present));
}

function onUp(editor: OnStage): void {
  if (editor.editing.drag === null) return;
  editor.editing = up(editor.editing);
  editor.follow();
}

function onLost(editor: OnStage): void {
  editor.editing = lost(editor.editing);
}

function onFocus({ target }: FocusEvent, editor: OnStage): void {
  const chosen = targetAt(target);
  if (chosen !== null && chosen !== editor.editing.chosen)
    editor.editing = { ...editor.editing, chosen, held: null };
}

function placeOf(event: PointerEvent, { size }: Drawing): Point {
  return event.currentTarget instanceof SVGSVGElement
    ? placeIn(event.currentTarget, event, size)
    : { x: 0, y: 0 };
}
