import { css } from 'lit';

export const improvementPageStyles = css`
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
  .inside {
    display: grid;
    gap: var(--_space-2);
    padding: var(--_space-4);
    overflow-wrap: anywhere;
  }
  .by {
    color: var(--_ink-2);
    font-size: 13px;
  }
  .listed {
    display: grid;
    gap: var(--_space-3);
  }
  .counted {
    font: 650 var(--_size-l) / 1.3 var(--_font);
  }
  .by-organization {
    display: grid;
    gap: 6px;
  }
  .by-organization li {
    display: flex;
    justify-content: space-between;
    gap: var(--_space-3);
  }
  .by-organization .votes {
    color: var(--_ink-2);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  @media (max-width: 900px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
