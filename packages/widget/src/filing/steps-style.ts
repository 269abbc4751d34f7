import { css } from 'lit';

export const stepsStyle = css`
  .steps {
    display: grid;
    gap: var(--_space-2);
  }
  .steps li {
    display: grid;
    grid-template-columns: 26px 1fr auto auto;
    align-items: start;
    gap: var(--_space-1);
  }
  .steps .number {
    padding-top: 9px;
    color: var(--_ink-2);
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  .steps textarea.input {
    min-height: 38px;
  }
`;
