import { css } from 'lit';

export const imagesStyle = css`
  .drop {
    display: grid;
    justify-items: center;
    gap: var(--_space-1);
    padding: var(--_space-4);
    border: 1.5px dashed var(--_line-strong);
    border-radius: var(--_radius);
    text-align: center;
  }
  .drop .row {
    justify-content: center;
  }
  .drop.over {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .files {
    display: grid;
    gap: var(--_space-2);
  }
  .file.failed {
    padding-block: var(--_space-2);
    border-color: var(--_danger);
    background: var(--_danger-soft);
  }
  .failed > .icon {
    color: var(--_danger);
  }
  .failed .row {
    grid-column: 2 / -1;
    justify-content: flex-end;
  }
  progress {
    appearance: none;
    width: 100%;
    height: 6px;
    border: 0;
    border-radius: 3px;
    background: var(--_surface-3);
    color: var(--_accent);
  }
  ::-webkit-progress-bar {
    border-radius: 3px;
    background: var(--_surface-3);
  }
  ::-webkit-progress-value {
    border-radius: 3px;
    background: var(--_accent);
  }
  ::-moz-progress-bar {
    border-radius: 3px;
    background: var(--_accent);
  }
`;
