import { css } from 'lit';

export const editorStyle = css`
  dialog {
    inset: 16px;
    width: auto;
    height: auto;
    max-width: 1200px;
    max-height: 860px;
    margin: auto;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    color: inherit;
    box-shadow: var(--_shadow-l);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(10 16 20 / 55%);
  }
  header,
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-4);
    padding: var(--_space-3) var(--_space-5);
  }
  header h2 {
    flex: 1;
  }
  header {
    border-bottom: 1px solid var(--_line);
  }
  footer {
    border-top: 1px solid var(--_line);
  }
  footer .hint,
  footer .field {
    flex: 1 1 240px;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1);
  }
  .tools .button {
    gap: 6px;
    padding: 0 10px;
  }
  .tools .button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .stage {
    flex: 1;
    min-height: 0;
    overflow: auto;
    padding: 14px;
    background: var(--_surface-3);
  }
  .sheet {
    position: relative;
    width: 100%;
    height: 100%;
  }
  .zoom2 {
    width: 200%;
    height: 200%;
  }
  .zoom4 {
    width: 400%;
    height: 400%;
  }
  canvas,
  svg.over {
    position: absolute;
    inset: 0;
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  svg.over {
    overflow: visible;
  }
  .armed {
    cursor: crosshair;
    touch-action: none;
  }
  .shape {
    outline: none;
    touch-action: none;
    cursor: move;
  }
  .over path {
    fill: none;
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
  .over .reach {
    stroke: transparent;
    stroke-width: 24px;
    pointer-events: stroke;
  }
  .over .body {
    fill: transparent;
    pointer-events: all;
  }
  .shape:not(:hover, :focus, .chosen) :is(.halo, .line) {
    stroke: none;
  }
  .over .halo {
    stroke: #fff;
    stroke-width: 3px;
  }
  .over .line {
    stroke: #0a3d62;
    stroke-dasharray: 5 4;
    stroke-width: 1.5px;
  }
  .shape:focus-visible .line {
    stroke-dasharray: none;
    stroke-width: 3px;
  }
  .shape:focus-visible .halo {
    stroke-width: 7px;
  }
  .over .grip {
    stroke: #fff;
    stroke-width: 16px;
  }
  .over .dot {
    stroke: #0a3d62;
    stroke-width: 11px;
  }
  .over .held {
    stroke: #c2185b;
  }
  .over .grips {
    cursor: grab;
    touch-action: none;
  }
  .over .outside {
    fill: rgb(10 16 20 / 60%);
    pointer-events: none;
  }
  @media (max-width: 640px) {
    dialog {
      inset: 0;
      max-height: none;
      border: 0;
      border-radius: 0;
    }
    header,
    footer {
      gap: var(--_space-2);
      padding: var(--_space-2);
    }
    header h2 {
      padding-inline-start: var(--_space-2);
    }
    header .tools:first-of-type {
      order: 1;
      flex: 1 0 100%;
      flex-wrap: nowrap;
    }
    .tools .tool {
      flex: 1;
      flex-direction: column;
      gap: 2px;
      min-width: 0;
      min-height: 52px;
      padding: 4px 0;
      font-weight: 500;
      font-size: var(--_size-s);
    }
    footer .button {
      flex: 1;
    }
  }
  @media (pointer: coarse) {
    .over .reach {
      stroke-width: 44px;
    }
  }
  @media (forced-colors: active) {
    .tools .button[aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -4px;
    }
    canvas,
    svg.over {
      forced-color-adjust: none;
    }
  }
`;
