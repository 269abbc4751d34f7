import { css } from 'lit';

export const articlePageStyles = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 7fr) minmax(0, 4fr);
    align-items: start;
    gap: var(--_space-4);
  }
  .stack {
    display: grid;
    gap: var(--_space-4);
    min-width: 0;
  }
  .title h1 {
    overflow-wrap: anywhere;
  }
  .text {
    display: grid;
    gap: var(--_space-4);
    padding: var(--_space-4);
  }
  .text-title {
    font: 650 var(--_size-l) / 1.35 var(--_font);
    overflow-wrap: anywhere;
  }
  .also h3 {
    color: var(--_ink-2);
    font: 550 var(--_size-s) / 1.4 var(--_font);
  }
  .also li {
    overflow-wrap: anywhere;
  }
  .article-facts {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4);
    font-size: 13.5px;
  }
  .article-facts dt {
    color: var(--_ink-2);
    font: 550 var(--_size-s) / 1.4 var(--_font);
  }
  .article-facts dd {
    overflow-wrap: anywhere;
  }
  @media (max-width: 900px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
