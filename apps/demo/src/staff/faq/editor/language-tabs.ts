import { type FaqLanguage, faqLanguages } from '@teo-support/core';
import { css, html, type TemplateResult } from 'lit';
import type { Words } from '../../locales/index.js';

/** In which language an article is shown or written. */
export function languageTabs(
  { faq }: Words,
  language: FaqLanguage,
  onChoose: (language: FaqLanguage) => void,
): TemplateResult {
  return html`<div class="language-tabs" role="group" aria-label=${faq.languages.label}>${faqLanguages.map(
    (one) =>
      html`<button type="button" aria-pressed=${one === language ? 'true' : 'false'} @click=${() => onChoose(one)}>${faq.languages[one]}</button>`,
  )}</div>`;
}

export const languageTabsStyles = css`
  .language-tabs {
    display: inline-flex;
    padding: 2px;
    border-radius: var(--_radius);
    background: var(--_surface-2);
  }
  .language-tabs button {
    min-height: 30px;
    padding: 0 var(--_space-3);
    border: 0;
    border-radius: calc(var(--_radius) - 2px);
    background: none;
    color: var(--_ink-2);
    font: 600 13px / 1 var(--_font);
    cursor: pointer;
  }
  .language-tabs button[aria-pressed='true'] {
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow);
  }
  @media (pointer: coarse) {
    .language-tabs button {
      min-height: 44px;
    }
  }
`;
