import { css } from 'lit';

export const forumStyle = css`
  .grow {
    flex: 1;
  }
  .link {
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 2px;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .badge .icon {
    width: 13px;
    height: 13px;
  }
  .badge {
    white-space: normal;
  }
  p:empty {
    display: none;
  }
  .cards {
    display: grid;
    gap: var(--_space-3);
  }
  .card {
    position: relative;
    display: grid;
    gap: var(--_space-2);
    align-content: start;
    padding: var(--_space-3) var(--_space-4) var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  .card:hover {
    border-color: var(--_accent);
  }
  .card .title .link {
    color: inherit;
    font-size: var(--_size-write);
    text-decoration: none;
  }
  /* The whole card can be pressed; only its title is read as the link. */
  .card .title .link::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
  }
  .card .title .link:focus-visible {
    box-shadow: none;
  }
  .card .title .link:focus-visible::after {
    box-shadow: var(--_focus);
  }
  .card teo-support-vote {
    position: relative;
    z-index: 1;
    justify-self: start;
  }
  .clamped {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .reason {
    padding-inline-start: var(--_space-3);
    border-inline-start: 3px solid var(--_line-strong);
  }
  .sentence {
    font-size: var(--_size-l);
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .sentence strong {
    font-weight: 650;
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: var(--_space-2);
    padding: var(--_space-5) var(--_space-4);
    color: var(--_ink-2);
    text-align: center;
  }
  .empty strong {
    color: var(--_ink);
  }
  summary {
    padding: var(--_space-1) 0;
    border-radius: var(--_radius-s);
    font-weight: 600;
    cursor: pointer;
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
    .card .title .link:focus-visible::after {
      outline: 2px solid Highlight;
    }
  }
`;
