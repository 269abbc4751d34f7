import { css, html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

/** Drawn on a grid of 16, with strokes of 1.5. */
const shapes = {
  alert: svg`<path d="M8 2.2 14.4 13.4H1.6Z"/><path d="M8 6.4v3.2M8 11.4v.1"/>`,
  back: svg`<path d="M9.8 3.4 5.2 8l4.6 4.6"/>`,
  bug: svg`<path d="M5 6.6a3 3 0 0 1 6 0v3.2a3 3 0 0 1-6 0Z"/><path d="M5 8H2M14 8h-3M5.2 5.6 3 4M10.8 5.6 13 4M5.2 10.6 3 12.4M10.8 10.6l2.2 1.8M8 7v6M6.4 3.8 5.4 2.4M9.6 3.8l1-1.4"/>`,
  check: svg`<path d="m3.2 8.4 3 3 6.6-6.8"/>`,
  clock: svg`<circle cx="8" cy="8" r="5.8"/><path d="M8 4.8V8l2.2 1.6"/>`,
  close: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
  down: svg`<path d="M8 3v9.6M4 8.8l4 4 4-4"/>`,
  copy: svg`<rect x="5.6" y="5.6" width="7.8" height="7.8" rx="1.4"/><path d="M10.4 5.4V4a1.4 1.4 0 0 0-1.4-1.4H4A1.4 1.4 0 0 0 2.6 4v5A1.4 1.4 0 0 0 4 10.4h1.4"/>`,
  document: svg`<path d="M4 2.4h5l3 3v8.2H4Z"/><path d="M9 2.4v3h3M6 8.4h4M6 10.8h4"/>`,
  exit: svg`<path d="M6.4 2.8H3v10.4h3.4M6.8 8h6.8M10.8 5.2 13.6 8l-2.8 2.8"/>`,
  filter: svg`<path d="M2.6 4h10.8M4.6 8h6.8M6.6 12h2.8"/>`,
  flask: svg`<path d="M8 2.4v1.8M3.4 4.6 4.6 6M12.6 4.6 11.4 6M8 6.2a3.2 3.2 0 0 1 1.6 6v1.4H6.4v-1.4a3.2 3.2 0 0 1 1.6-6Z"/>`,
  image: svg`<rect x="2.4" y="3" width="11.2" height="10" rx="1.4"/><circle cx="5.8" cy="6.4" r="1.1"/><path d="m3 12 3.4-3.4 2 2 2.2-2.2 2.8 2.8"/>`,
  inbox: svg`<path d="M2.4 9.2 4 3.6h8l1.6 5.6v3.2H2.4Z"/><path d="M2.4 9.2h3.2l1 1.6h2.8l1-1.6h3.2"/>`,
  link: svg`<path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2A2.6 2.6 0 0 0 9 3.3l-.8.8M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l.8-.8"/>`,
  key: svg`<circle cx="5.4" cy="10.6" r="2.8"/><path d="M7.4 8.6 13 3M10.6 5.4l2 2"/>`,
  lock: svg`<rect x="3.4" y="7" width="9.2" height="6.4" rx="1.4"/><path d="M5.4 7V5.2a2.6 2.6 0 0 1 5.2 0V7"/>`,
  merge: svg`<path d="M4.4 2.6v3.2c0 2 3.6 2.4 3.6 4.8v2.8M11.6 2.6v3.2c0 2-3.6 2.4-3.6 4.8M5.8 11.4 8 13.6l2.2-2.2"/>`,
  message: svg`<path d="M2.4 3.4h11.2v7.8H7.4l-3 2.4v-2.4h-2Z"/>`,
  minus: svg`<path d="M3.4 8h9.2"/>`,
  next: svg`<path d="M6.2 3.4 10.8 8l-4.6 4.6"/>`,
  offline: svg`<path d="M2 6.4a9 9 0 0 1 12 0M4.4 9a5.4 5.4 0 0 1 7.2 0M8 12v.1M2.6 2.6l10.8 10.8"/>`,
  pause: svg`<circle cx="8" cy="8" r="5.8"/><path d="M6.6 6v4M9.4 6v4"/>`,
  person: svg`<circle cx="8" cy="5.4" r="2.6"/><path d="M2.8 13.4a5.2 5.2 0 0 1 10.4 0"/>`,
  play: svg`<circle cx="8" cy="8" r="5.8"/><path d="m6.8 5.8 3.4 2.2-3.4 2.2Z"/>`,
  plus: svg`<path d="M8 3.4v9.2M3.4 8h9.2"/>`,
  priority: svg`<path d="M3.6 13.4V2.8M3.6 3.4h8.8L10.2 6.4l2.2 3H3.6"/>`,
  question: svg`<circle cx="8" cy="8" r="5.8"/><path d="M6.4 6.4a1.7 1.7 0 1 1 2.5 1.5c-.6.3-.9.6-.9 1.2M8 11.2v.1"/>`,
  reopen: svg`<path d="M3 3.2v3.4h3.4"/><path d="M3.4 6.4A5.2 5.2 0 1 1 2.9 9"/>`,
  search: svg`<circle cx="7" cy="7" r="4.4"/><path d="m10.4 10.4 3.2 3.2"/>`,
  steps: svg`<path d="m2.4 4 1.2 1.2 2-2.4M2.4 11l1.2 1.2 2-2.4M8.2 4.4h5.4M8.2 11.4h5.4"/>`,
  tag: svg`<path d="M2.6 2.6h5.2l5.8 5.8-5.2 5.2-5.8-5.8Z"/><path d="M5.4 5.4v.1"/>`,
  team: svg`<circle cx="6" cy="5.8" r="2.2"/><path d="M1.8 12.8a4.2 4.2 0 0 1 8.4 0M10.4 3.8a2.2 2.2 0 0 1 0 4M11.6 9.4a4.2 4.2 0 0 1 2.6 3.4"/>`,
  test: svg`<path d="M6.4 2.4v4.2L3 12.4a.9.9 0 0 0 .8 1.2h8.4a.9.9 0 0 0 .8-1.2L9.6 6.6V2.4M5.2 2.4h5.6M4.6 10h6.8"/>`,
  text: svg`<path d="M3 4h10M3 7h10M3 10h10M3 13h5.6"/>`,
  training: svg`<path d="M1.8 6.2 8 3.2l6.2 3L8 9.2ZM4.4 7.6v3.2c1 1 2.2 1.6 3.6 1.6s2.6-.6 3.6-1.6V7.6"/>`,
  transfer: svg`<path d="M2.4 8h11.2M9.4 3.8 13.6 8l-4.2 4.2"/>`,
  undo: svg`<path d="M5.6 3.2 2.6 6.2l3 3"/><path d="M2.8 6.2h6.4a3.4 3.4 0 0 1 0 6.8H6"/>`,
  up: svg`<path d="M8 13V3.4M4 7.2l4-4 4 4"/>`,
  video: svg`<rect x="2.4" y="3" width="11.2" height="10" rx="1.4"/><path d="m6.8 5.8 3.4 2.2-3.4 2.2Z"/>`,
  views: svg`<path d="M2.4 3h7.4v5H6l-2 1.8V8H2.4Z"/><path d="M11.8 6.2h1.8v5H12V13l-2-1.8H6.6"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof shapes;

/** A sign that stands beside words and says nothing of its own. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shapes[name]}</svg>`;
}

/** Four bars, as many filled as the matter is pressing: tells priorities apart without colour. */
export function priorityIcon(level: 1 | 2 | 3 | 4): TemplateResult {
  const bars = [1, 2, 3, 4].map(
    (bar) =>
      svg`<rect class=${bar <= level ? 'on' : 'off'} x=${bar * 3.4 - 1.6} y=${12.6 - bar * 2.4} width="2.2" height=${bar * 2.4} rx=".8"/>`,
  );
  return html`<svg class="icon bars" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${bars}</svg>`;
}

export const iconStyles = css`
  .icon {
    flex: none;
    width: 16px;
    height: 16px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon.bars {
    fill: currentcolor;
    stroke: none;
  }
  .icon.bars .off {
    opacity: 0.25;
  }
`;
