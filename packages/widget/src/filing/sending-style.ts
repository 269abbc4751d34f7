import { css } from 'lit';

/** For what the form shows once it can be sent. */
export const sendingStyle = css`
  .outcome {
    padding: var(--_space-3) var(--_space-4);
    border-inline-start: 3px solid var(--_accent);
    border-radius: var(--_radius-s);
    background: var(--_accent-soft);
  }
  .context {
    display: grid;
    gap: 1px;
    overflow: hidden;
    border-radius: var(--_radius-s);
    background: var(--_line);
  }
  .context > div {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0 var(--_space-2);
    padding: var(--_space-2) var(--_space-3);
    background: var(--_surface);
  }
  .context dt {
    font-weight: 600;
    font-size: var(--_size-s);
  }
  .context dd {
    grid-row: 2;
    color: var(--_ink-2);
    font-size: var(--_size-s);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .context .button-place {
    grid-area: 1 / 2 / 3;
    /* Higher than the two lines beside it, which it would pull apart. */
    margin-block: -6px;
  }
  .context .out dt {
    color: var(--_ink-2);
    text-decoration: line-through;
  }
  .summary ul {
    display: grid;
    gap: var(--_space-2);
  }
  .summary a {
    color: var(--_danger);
  }
`;
