import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../locales/language.js';
import { icon } from './icons.js';
import type { OverPage } from './panel-place.js';
import { headingOf, type View } from './view.js';

/** The panel as its frame sees it. */
interface Framed {
  readonly view: View;
  readonly over: readonly OverPage[];
  readonly connected: boolean;
  readonly announcement: string;
  back(): void;
  close(): void;
}

/** What stands round every view: its heading, the ways back and out, and what is said of the connection. */
export function renderFrame(panel: Framed, language: Language, content: TemplateResult): TemplateResult {
  const { view, over } = panel;
  const { words } = language;
  const inner = view.name !== 'home' || over.length > 0;
  return html`<div class="frame">
    <div class="header ${inner ? 'inner' : ''}">
      ${
        inner
          ? html`<button class="button quiet icon" type="button" aria-label=${words.back} @click=${() => panel.back()}>
              ${icon('back')}
            </button>`
          : nothing
      }
      <h2 tabindex="-1">${over.at(-1)?.heading ?? headingOf(view, language)}</h2>
      <button class="button quiet icon" type="button" aria-label=${words.close} @click=${() => panel.close()}>
        ${icon('close')}
      </button>
    </div>
    ${panel.connected ? nothing : html`<p class="lost" role="status">${words.state.lost}</p>`}
    <div class="content">${content}</div>
    <span class="visually-hidden" role="status">${panel.announcement}</span>
  </div>`;
}
