import { css } from 'lit';

export const panelStyle = css`
  :host {
    position: fixed;
    inset: auto;
    inset-block-end: 20px;
    inset-inline-end: 20px;
    overflow: visible;
    width: min(456px, calc(100% - 40px));
    height: min(760px, calc(100% - 40px));
    margin: 0;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    box-shadow: var(--_shadow-l);
    z-index: var(--teo-z-index, 2147480000);
  }
  :host(:not(:popover-open)) {
    display: none;
  }
  .frame {
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow: hidden;
    border-radius: inherit;
  }
  .header {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-height: 60px;
    padding: var(--_space-2) var(--_space-3) var(--_space-2) var(--_space-5);
    border-bottom: 1px solid var(--_line);
  }
  .header.inner {
    padding-inline-start: var(--_space-3);
  }
  .header h2 {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    font-size: var(--_size-write);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .content {
    flex: 1;
    overflow: auto;
    overscroll-behavior: contain;
    /* The bar of the form and a field: Firefox leaves what has the focus where it is as long as a line of it looks out. */
    scroll-padding-block-end: 160px;
    padding: var(--_space-5);
    scrollbar-width: thin;
  }
  .lost {
    padding: var(--_space-2) var(--_space-5);
    background: var(--_warning-soft);
    color: var(--_warning);
    font-size: var(--_size-s);
  }
  .tabs {
    display: flex;
    gap: var(--_space-1);
    padding: 3px;
    border-radius: var(--_radius);
    background: var(--_surface-2);
  }
  .tabs button {
    flex: auto;
    min-height: 34px;
    padding: 0 var(--_space-1);
    border: 0;
    border-radius: var(--_radius-s);
    background: transparent;
    color: var(--_ink-2);
    font: 600 var(--_size-s) / 1.2 var(--_font);
    cursor: pointer;
  }
  .tabs button[aria-selected='true'] {
    background: light-dark(var(--_surface), var(--_surface-3));
    color: var(--_ink);
    box-shadow: var(--_shadow);
  }
  .types {
    display: grid;
    gap: var(--_space-3);
  }
  .type {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 2px var(--_space-3);
    width: 100%;
    padding: var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
    transition: border-color var(--_fast), background var(--_fast);
  }
  .type:hover {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .type > .icon:first-child {
    box-sizing: content-box;
    padding: 9px;
    border-radius: var(--_radius-s);
    background: var(--_accent-soft);
    color: var(--_accent);
    grid-row: span 2;
  }
  .type > .icon:last-child {
    grid-area: 1 / 3 / 3;
    color: var(--_ink-2);
  }
  .type strong {
    font-weight: 650;
  }
  .type .soft {
    grid-column: 2;
    font-size: var(--_size-s);
  }
  @media (max-width: 560px) {
    :host {
      inset: 0;
      width: 100%;
      height: 100%;
      max-height: none;
      border: 0;
      border-radius: 0;
    }
    .content {
      padding: var(--_space-4);
      padding-bottom: calc(var(--_space-4) + env(safe-area-inset-bottom, 0px));
    }
    .header {
      padding-inline-start: var(--_space-4);
    }
  }
  @media (pointer: coarse) {
    .tabs button {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .tabs button[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
