import type { FaqReference } from '@teo-support/sdk';
import { css, html, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';

/** An article that was chosen, with the way to choose otherwise. */
export function pickedArticle(
  label: string,
  { title }: FaqReference,
  undo: string,
  onUndo: () => void,
): TemplateResult {
  return html`<div class="field"><p class="label">${label}</p>
    <p class="picked"><span>${title}</span>
      <button type="button" class="button quiet icon" aria-label=${undo} title=${undo} @click=${onUndo}>${icon('close')}</button></p></div>`;
}

export const pickedArticleStyles = css`
  .picked {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2);
    padding: 2px 2px 2px var(--_space-3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-2);
    overflow-wrap: anywhere;
  }
`;
