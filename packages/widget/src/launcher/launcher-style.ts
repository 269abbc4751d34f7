/** The launcher alone: what a page loads before anybody asks for help. */
export const launcherStyle = `
  :host { all: initial; }
  :host([hidden]) { display: none; }
  button {
    position: fixed; inset-block-end: calc(20px + env(safe-area-inset-bottom, 0px)); inset-inline-end: 20px; z-index: var(--teo-z-index, 2147480000);
    display: inline-flex; align-items: center; gap: 9px; min-height: 46px; padding: 0 20px 0 16px;
    border: 0; border-radius: 999px; background: var(--_accent); color: var(--_on-accent); box-shadow: var(--_shadow-l);
    font: 600 15px/1 var(--_font); cursor: pointer; transition: background var(--_fast);
  }
  button:hover { background: var(--_accent-strong); }
  button:focus-visible { outline: 2px solid transparent; box-shadow: var(--_focus), var(--_shadow-l); }
  button[aria-expanded='true'] { visibility: hidden; }
  svg { width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
  [role='alert'] { position: fixed; inset-block-end: 76px; inset-inline-end: 20px; max-width: 300px; padding: 12px 16px; border-radius: 8px;
    background: var(--_surface); color: var(--_ink); box-shadow: var(--_shadow-l); font: 14px/1.5 var(--_font); }
  [role='alert']:empty { display: none; }
  @media print { :host { display: none; } }
  @media (max-width: 560px) { button { padding: 0 16px; } }
  @media (forced-colors: active) { button { border: 1px solid; } }
`;
