import { css } from 'lit';

export const faqStyle = css`
  p:empty {
    display: none;
  }
  mark {
    background: none;
    color: var(--_accent);
    font-weight: 700;
  }
  .link {
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 2px;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .hits {
    display: grid;
    gap: var(--_space-3);
  }
  .hit {
    position: relative;
    display: grid;
    gap: var(--_space-1);
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }
  .hit:hover {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .hit .link {
    color: inherit;
    font-weight: 600;
    text-decoration: none;
  }
  /* The whole card can be pressed; only its title is read as the link. */
  .hit .link::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
  }
  .hit .link:focus-visible {
    box-shadow: none;
  }
  .hit .link:focus-visible::after {
    box-shadow: var(--_focus);
  }
  #said:empty {
    display: none;
  }
  .body {
    display: grid;
    gap: var(--_space-3);
    font-size: var(--_size-write);
    overflow-wrap: anywhere;
  }
  .heading {
    font: 650 var(--_size) / 1.4 var(--_font);
  }
  #title {
    font-size: var(--_size-l);
    text-wrap: balance;
  }
  #title:focus-visible {
    box-shadow: none;
  }
  .level-2 {
    font-size: var(--_size-write);
  }
  :is(.body, nav) :is(ol, ul) {
    display: grid;
    gap: var(--_space-2);
    padding-inline-start: 22px;
    list-style: disc;
  }
  .body ol {
    list-style: decimal;
  }
  li::marker {
    color: var(--_ink-2);
  }
  code {
    padding: 1px 5px;
    border-radius: 4px;
    background: var(--_surface-2);
    font: 0.92em var(--_mono);
  }
  img {
    max-width: 100%;
    border: 1px solid var(--_line);
  }
  .after {
    padding-top: var(--_space-4);
    border-top: 1px solid var(--_line);
  }
  .button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  @media (forced-colors: active) {
    .button[aria-pressed='true'] {
      border-width: 3px;
    }
    .hit .link:focus-visible::after {
      outline: 2px solid Highlight;
    }
  }
`;
