import type { TeoModule } from '@teo-support/core';
import { css, html, type TemplateResult } from 'lit';
import type { Words } from '../locales/index.js';

type FaqPage = 'articles' | 'gaps' | 'synonyms';

const addresses: Readonly<Record<FaqPage, string>> = {
  articles: '/staff/faq',
  gaps: '/staff/faq-gaps',
  synonyms: '/staff/faq-synonyms',
};
const inOrder: readonly FaqPage[] = ['articles', 'gaps', 'synonyms'];

/** The pages of the FAQ, with the one that is shown marked. */
export function faqPages({ faq }: Words, here: FaqPage): TemplateResult {
  return html`<nav class="faq-pages" aria-label=${faq.pages.label}>${inOrder.map(
    (page) =>
      html`<a href=${addresses[page]} aria-current=${page === here ? 'page' : 'false'}>${faq.pages[page]}</a>`,
  )}</nav>`;
}

/** What a module of téo is called. */
export function moduleName({ domain }: Words, module: TeoModule): string {
  return domain.ticketTypes.malfunction.fields.module.options[module];
}

export const faqPagesStyles = css`
  .faq-pages {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-4);
    margin-bottom: var(--_space-4);
    border-bottom: 1px solid var(--_line);
  }
  .faq-pages a {
    display: inline-flex;
    align-items: center;
    min-height: 38px;
    margin-bottom: -1px;
    border-bottom: 2px solid transparent;
    color: var(--_ink-2);
    font-weight: 550;
    text-decoration: none;
  }
  .faq-pages a:hover {
    color: var(--_ink);
  }
  .faq-pages a[aria-current='page'] {
    border-bottom-color: var(--_accent);
    color: var(--_ink);
  }
  @media (pointer: coarse) {
    .faq-pages a {
      min-height: 44px;
    }
  }
`;
