/** The launcher alone: what a page loads before anybody asks for help. */
export const launcherStyle = `
  :host { all: initial; }
  :host([hidden]), div:empty { display: none; }
  button, div { position: fixed; inset-block-end: calc(20px + env(safe-area-inset-bottom)); inset-inline-end: 20px; z-index: var(--teo-z-index, 2147480000);
    padding: 12px 20px; border-radius: 23px; background: var(--_surface); color: var(--_ink); box-shadow: var(--_shadow-l); font: 15px/1.5 var(--_font); }
  button { display: inline-flex; align-items: center; gap: 9px; border: 0; background: var(--_accent); color: var(--_on-accent); font-weight: 600; cursor: pointer; }
  div { margin-block-end: 56px; max-width: 300px; }
  button:hover { background: var(--_accent-strong); }
  button:focus-visible { outline: 2px solid transparent; box-shadow: var(--_focus), var(--_shadow-l); }
  [aria-expanded=true] { visibility: hidden; }
  svg { width: 20px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
  @media print { :host { display: none; } }
  @media (forced-colors: active) { button { border: 1px solid; } }
`;
