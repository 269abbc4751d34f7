import { css } from 'lit';

export const fileLineStyles = css`
  .file {
    display: grid;
    grid-template-columns: 48px minmax(0, 1fr) auto;
    align-items: center;
    gap: 2px var(--_space-2);
    min-height: 44px;
    padding: 4px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-2);
    font-size: 13.5px;
  }
  .file > .icon {
    justify-self: center;
    color: var(--_ink-2);
  }
  .file img {
    width: 48px;
    height: 32px;
    border-radius: 4px;
    object-fit: cover;
    object-position: top;
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .why {
    grid-column: 2 / -1;
  }
  video {
    grid-column: 1 / -1;
    width: 100%;
    max-height: 360px;
    border-radius: var(--_radius);
    background: #000;
  }
  progress {
    appearance: none;
    display: block;
    width: 100%;
    height: 6px;
    margin: 4px 0 2px;
    border: 0;
    border-radius: 3px;
    background: var(--_surface-3);
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
  .file.failed {
    border-color: var(--_danger);
    background: var(--_danger-soft);
  }
  .failed .actions {
    grid-column: 2 / -1;
  }
`;
