import { html, type TemplateResult } from 'lit';
import type { ScreenshotWords } from '../../locales/words.js';
import { line } from '../../panel/icons.js';
import type { Editing, Tool } from './gestures.js';

export const toolNames = ['crop', 'arrow', 'box', 'text', 'mask'] as const satisfies readonly Tool[];

const icons = {
  crop: 'M7 3v14h14M3 7h14v14',
  arrow: 'M5 19 19 5M10 5h9v9',
  box: 'M4 6h16v12H4z',
  text: 'M5 7V5h14v2M12 5v14M9 19h6',
  mask: 'M3 3l18 18M10 5.5A9 9 0 0 1 21 12a13 13 0 0 1-2 3M6 7a13 13 0 0 0-3 5c2 4 5 6.5 9 6.5a9 9 0 0 0 4-1M9.5 10a3 3 0 0 0 4.5 4',
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3',
  larger: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l5 5M8 11h6M11 8v6',
  smaller: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l5 5M8 11h6',
} as const satisfies Record<Tool | 'undo' | 'redo' | 'larger' | 'smaller', string>;

/** How large the picture is shown: as it fits, or so many times that. */
export type Zoom = 1 | 2 | 4;

/** What the tools do. */
export interface Toolbar {
  readonly words: ScreenshotWords;
  readonly editing: Editing;
  readonly zoom: Zoom;
  /** @param byKey whether there is no pointer to draw with */
  arm(tool: Tool, byKey: boolean): void;
  undo(): void;
  redo(): void;
  zoomTo(zoom: Zoom): void;
}

export function renderToolbar(bar: Toolbar): TemplateResult {
  const { words, editing, zoom } = bar;
  const { past, future } = editing.history;
  return html`<div class="tools" role="group" aria-label=${words.tools}>
      ${toolNames.map(
        (name) => html`<button class="button tool" type="button" aria-pressed=${name === editing.tool}
          @click=${({ detail }: MouseEvent) => bar.arm(name, detail === 0)}>${line(icons[name])} ${words[name]}</button>`,
      )}
    </div>
    <div class="tools">
      ${action(words, 'undo', past.length > 0, () => bar.undo())}
      ${action(words, 'redo', future.length > 0, () => bar.redo())}
      ${action(words, 'smaller', zoom > 1, () => bar.zoomTo(zoom === 4 ? 2 : 1))}
      ${action(words, 'larger', zoom < 4, () => bar.zoomTo(zoom === 1 ? 2 : 4))}
    </div>`;
}

/** Stays where the focus can be when it is not possible any more. */
function action(
  words: ScreenshotWords,
  name: 'undo' | 'redo' | 'larger' | 'smaller',
  possible: boolean,
  act: () => void,
): TemplateResult {
  return html`<button class="button icon" type="button" aria-label=${words[name]} title=${words[name]}
    aria-disabled=${!possible} @click=${() => possible && act()}>${line(icons[name])}</button>`;
}
