import { css } from 'lit';

export const pictureViewerStyles = css`
  dialog {
    width: min(1440px, 96vw);
    max-width: none;
    height: 94dvh;
    max-height: none;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow-l);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(10 15 18 / 62%);
  }
  .bar {
    display: flex;
    align-items: center;
    gap: var(--_space-1);
    padding: 8px 8px 8px var(--_space-4);
    border-bottom: 1px solid var(--_line);
  }
  .bar .name {
    flex: 1;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar .size {
    min-width: 76px;
    padding-inline: 6px;
    font-variant-numeric: tabular-nums;
  }
  .body {
    display: flex;
    flex: 1;
    min-height: 0;
  }
  .large {
    display: grid;
    flex: 1;
    min-width: 0;
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--_surface-2);
  }
  .large:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -3px;
  }
  .large img {
    display: block;
    margin: auto;
  }
  .large.fit {
    overflow: hidden;
  }
  .large.fit img {
    max-width: 100%;
    max-height: 100%;
    min-height: 0;
    object-fit: scale-down;
  }
  aside {
    width: 300px;
    padding: var(--_space-4);
    overflow-y: auto;
    border-left: 1px solid var(--_line);
  }
  aside h3 {
    margin-bottom: var(--_space-2);
    color: var(--_ink-2);
    font: 600 var(--_size-s) / 1.4 var(--_font);
  }
  aside ol {
    display: grid;
    gap: 6px;
    padding-left: 20px;
    list-style: decimal;
    overflow-wrap: anywhere;
  }
  @media (max-width: 760px) {
    .bar {
      flex-wrap: wrap;
    }
    .bar .name {
      flex: 1 0 100%;
    }
    .body {
      flex-direction: column;
    }
    aside {
      width: auto;
      max-height: 32%;
      border-top: 1px solid var(--_line);
      border-left: 0;
    }
  }
`;
