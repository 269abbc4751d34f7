import { css, html, type TemplateResult } from 'lit';
import { type IconName, icon } from '../icons/icon.js';

/** A place that has nothing to show, and says why and what to do. */
export function emptyState(
  sign: IconName,
  title: string,
  text: string,
  action: unknown = '',
): TemplateResult {
  return html`<div class="empty-state">
    <span class="disc">${icon(sign)}</span>
    <h2>${title}</h2>
    <p>${text}</p>
    ${action}
  </div>`;
}

export const emptyStateStyles = css`
  .empty-state {
    display: grid;
    justify-items: center;
    gap: var(--_space-2);
    padding: 72px var(--_space-5);
    text-align: center;
  }
  .empty-state .disc {
    display: grid;
    place-items: center;
    width: 48px;
    height: 48px;
    margin-bottom: var(--_space-2);
    border-radius: 50%;
    background: var(--_surface-2);
    color: var(--_ink-2);
  }
  .empty-state .disc .icon {
    width: 22px;
    height: 22px;
  }
  .empty-state h2 {
    font: 650 var(--_size-l) / 1.35 var(--_font);
  }
  .empty-state p {
    max-width: 44ch;
    color: var(--_ink-2);
  }
  .empty-state .button {
    margin-top: var(--_space-3);
  }
`;
