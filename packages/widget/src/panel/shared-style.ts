import { css } from 'lit';
import { controls } from '../design/controls.js';

/** What every part of the panel builds on. The tokens come down by inheritance, from the launcher and the panel. */
export const sharedStyle = [
  controls,
  css`
    :host {
      display: block;
      color: var(--_ink);
      font: 400 var(--_size) / var(--_leading) var(--_font);
      text-wrap: pretty;
    }
    .icon {
      flex: none;
      width: 18px;
      height: 18px;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.8;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    h2,
    h3,
    p,
    ol,
    ul,
    dl,
    dd,
    fieldset {
      margin: 0;
      padding: 0;
    }
    ol,
    ul {
      list-style: none;
    }
    fieldset {
      min-width: 0;
      border: 0;
    }
    h2 {
      font: 650 var(--_size-l) / 1.3 var(--_font);
      letter-spacing: -0.01em;
      text-wrap: balance;
    }
    :is(h2, h3)[tabindex]:is(:focus, :focus-visible) {
      outline: none;
      box-shadow: none;
    }
    h3 {
      font: 650 var(--_size) / 1.4 var(--_font);
    }
    .soft {
      color: var(--_ink-2);
    }
    .small {
      font-size: var(--_size-s);
    }
    .words {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_space-2);
    }
    .with-icon {
      display: flex;
      gap: var(--_space-2);
    }
    legend {
      padding: 0 0 var(--_space-1);
    }
    .stack {
      display: grid;
      gap: var(--_space-4);
    }
    @media (prefers-reduced-motion: no-preference) {
      .skeleton {
        animation: breathe 1.4s ease-in-out infinite alternate;
      }
      @keyframes breathe {
        to {
          opacity: 0.45;
        }
      }
    }
    .skeleton {
      height: 64px;
      border-radius: var(--_radius);
      background: var(--_surface-3);
    }
  `,
];
