import { css } from 'lit';

export const rollBackStyle = css`
  section {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  progress {
    flex: 1;
    min-width: 80px;
    height: 6px;
    overflow: hidden;
    appearance: none;
    border: 0;
    border-radius: 999px;
    background: var(--_surface-3);
  }
  progress::-webkit-progress-bar {
    background: var(--_surface-3);
  }
  progress::-webkit-progress-value {
    border-radius: 999px;
    background: var(--_accent);
    transition: inline-size var(--_fast);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  ol {
    display: grid;
    gap: var(--_space-1);
  }
  label {
    display: flex;
    gap: var(--_space-2);
    padding: 10px 12px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .now label {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  input {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 2px 0 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }
  label:has([aria-disabled='true']) {
    color: var(--_ink-2);
    cursor: default;
  }
  .number {
    min-width: 1.2em;
    color: var(--_ink-2);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .done .words {
    color: var(--_ink-2);
    text-decoration: line-through;
    text-decoration-color: var(--_line-strong);
  }
  .all {
    color: var(--_success);
  }
  @media (pointer: coarse) {
    input {
      width: 22px;
      height: 22px;
    }
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid;
    }
    .now label {
      outline: 2px solid Highlight;
    }
  }
`;
