import { html, nothing, type TemplateResult } from 'lit';
import type { ScreenshotWords } from '../../locales/words.js';
import type { Editing } from './gestures.js';
import type { Target } from './shapes.js';

const mostLetters = 200;

/** What stands below the picture: what can be done next, the words of a text, and the ways out. */
export interface Ending {
  readonly words: ScreenshotWords;
  readonly editing: Editing;
  /** What is to be known of the picture before anything else. */
  readonly note: string;
  readonly working: boolean;
  readonly failed: boolean;
  write(text: string): void;
  remove(target: Target): void;
  leave(): void;
  keep(): void;
}

export function renderEnding(ending: Ending): TemplateResult {
  const { words, editing, working, failed } = ending;
  const shape = editing.history.present.shapes.find(({ id }) => id === editing.chosen);
  return html`<footer>
    ${failed ? html`<p class="notice danger" role="alert">${words.failed}</p>` : nothing}
    ${
      shape?.kind === 'text'
        ? html`<div class="field"><label class="label" for="words">${words.words}</label>
          <input class="input" id="words" .value=${shape.text} maxlength=${mostLetters} autocomplete="off"
            @input=${({ target }: Event) => target instanceof HTMLInputElement && ending.write(target.value)} /></div>`
        : nothing
    }
    <p class="hint" id="hint">${hint(ending)}</p>
    ${
      shape === undefined
        ? nothing
        : html`<button class="button" type="button" @click=${() => ending.remove(shape.id)}>${words.remove}</button>`
    }
    <button class="button" type="button" @click=${() => ending.leave()}>${words.leave}</button>
    <button class="button primary" type="button" aria-disabled=${working} @click=${() => ending.keep()}>
      ${working ? words.keeping : words.keep}</button>
  </footer>`;
}

/** Asked before what was drawn is lost. */
export function renderQuestion(words: ScreenshotWords, leave: () => void, stay: () => void): TemplateResult {
  return html`<footer role="group" aria-labelledby="question">
    <strong class="field" id="question">${words.leaveQuestion}</strong>
    <button class="button" type="button" @click=${leave}>${words.leave}</button>
    <button class="button primary" id="stay" type="button" @click=${stay}>${words.stay}</button>
  </footer>`;
}

function hint({ words, editing, note }: Ending): string {
  const { tool, chosen, held } = editing;
  if (held !== null) return words.held;
  if (tool === 'crop') return words.cropHint;
  if (tool === 'mask') return `${words.draw} ${words.maskHint}`;
  if (tool !== null) return words.draw;
  if (chosen === null) return `${note} ${words.start}`.trim();
  // Who has a phone in the hand has no keys.
  return matchMedia('(pointer: coarse)').matches ? words.chosen : `${words.keys} ${words.chosen}`;
}
