import { html, nothing, type TemplateResult } from 'lit';

interface PageHead {
  /** Where the screen stands: module, then what leads to it. */
  readonly path: readonly string[];
  readonly title: string;
  readonly about: string;
  readonly actions?: TemplateResult;
}

/** The head of a screen of téo. */
export function pageHead({ path, title, about, actions }: PageHead): TemplateResult {
  return html`<p class="path">${path.map((step) => html`<span>${step}</span>`)}</p>
    <div class="page-head">
      <div><h1>${title}</h1><p class="muted">${about}</p></div>
      ${actions === undefined ? nothing : html`<div class="page-actions">${actions}</div>`}
    </div>`;
}
