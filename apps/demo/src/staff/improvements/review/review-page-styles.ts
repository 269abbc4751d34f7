import { css } from 'lit';

export const reviewPageStyles = css`
  .stack {
    display: grid;
    gap: var(--_space-4);
    min-width: 0;
  }
  .late {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    vertical-align: bottom;
    color: var(--_danger);
    font-weight: 550;
  }
  .decisions > li {
    display: grid;
    gap: var(--_space-2);
    padding: var(--_space-4);
    border-bottom: 1px solid var(--_line);
  }
  .decisions > li:last-child {
    border-bottom: 0;
  }
  .decisions .what {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--_space-3);
  }
  .rationale {
    padding-left: var(--_space-3);
    border-left: 3px solid var(--_accent);
  }
  .by {
    color: var(--_ink-2);
    font-size: 13px;
  }
`;
