import { css, html, type TemplateResult } from 'lit';

/** A page of a section, as its row of links names it. */
interface SectionPage {
  readonly address: string;
  readonly name: string;
  readonly here: boolean;
}

/** The pages of a section in a row, with the one that is shown marked. */
export function sectionPages(label: string, pages: readonly SectionPage[]): TemplateResult {
  return html`<nav class="section-pages" aria-label=${label}>${pages.map(
    ({ address, name, here }) => html`<a href=${address} aria-current=${here ? 'page' : 'false'}>${name}</a>`,
  )}</nav>`;
}

export const sectionPagesStyles = css`
  .section-pages {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-4);
    margin-bottom: var(--_space-4);
    border-bottom: 1px solid var(--_line);
  }
  .section-pages a {
    display: inline-flex;
    align-items: center;
    min-height: 38px;
    margin-bottom: -1px;
    border-bottom: 2px solid transparent;
    color: var(--_ink-2);
    font-weight: 550;
    text-decoration: none;
  }
  .section-pages a:hover {
    color: var(--_ink);
  }
  .section-pages a[aria-current='page'] {
    border-bottom-color: var(--_accent);
    color: var(--_ink);
  }
  @media (pointer: coarse) {
    .section-pages a {
      min-height: 44px;
    }
  }
`;
