import { css } from 'lit';

export const followingStyle = css`
  .tickets {
    display: grid;
    gap: var(--_space-2);
  }
  .ticket {
    display: grid;
    gap: 3px;
    width: 100%;
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
    transition: border-color var(--_fast), background var(--_fast);
  }
  .ticket:hover {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .ticket strong {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .reference,
  .fact,
  .answers dt,
  .message .who {
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
  .reference {
    font-variant-numeric: tabular-nums;
  }
  .grow {
    flex: 1;
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: var(--_space-1);
    padding: var(--_space-6) var(--_space-4);
    color: var(--_ink-2);
    text-align: center;
  }
  .empty .icon {
    width: 32px;
    height: 32px;
  }
  .subject {
    margin-block: var(--_space-1) 2px;
    font-size: var(--_size-l);
    overflow-wrap: anywhere;
  }
  .path {
    display: flex;
    gap: var(--_space-1);
  }
  .path li {
    flex: 1;
    padding-top: var(--_space-2);
    border-top: 3px solid var(--_surface-3);
    color: var(--_ink-2);
    font-size: 11.5px;
    line-height: 1.3;
  }
  .path .reached {
    border-color: var(--_accent);
  }
  .path [aria-current='step'] {
    color: var(--_ink);
    font-weight: 650;
  }
  /* Where there is no room for all the names, the step reached is named and the others are counted. */
  @media (max-width: 432px) {
    .path li:not([aria-current='step']) .name {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .path [aria-current='step'] {
      display: flex;
      white-space: nowrap;
    }
    .path [aria-current='step']:nth-last-child(-n + 2) {
      justify-content: end;
    }
  }
  @media (forced-colors: active) {
    .clock,
    .message {
      border: 1px solid;
    }
    .path li {
      border-color: GrayText;
    }
    .path .reached {
      border-color: Highlight;
    }
  }
  .fact + .small {
    margin-inline-start: 23px;
  }
  /* What it did to the clock. */
  * + .fact {
    margin-top: 6px;
  }
  time {
    white-space: nowrap;
  }
  .quiet:not(.icon) {
    padding-inline: var(--_space-3);
  }
  /* Its words stand in line with what is above them. */
  .quiet:first-child {
    margin-inline-start: calc(var(--_space-3) * -1);
  }
  .button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .link {
    padding: 0;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    text-decoration: underline;
    cursor: pointer;
  }
  .test {
    padding-inline-start: 23px;
    font-size: var(--_size-s);
  }
  .test summary {
    padding: 2px 0;
    font-weight: 550;
  }
  .clock {
    display: grid;
    gap: var(--_space-1);
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius);
    background: var(--_surface-2);
  }
  .clock.warning {
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .clock.danger {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .answers {
    display: grid;
    gap: var(--_space-3);
  }
  .answers ol {
    padding-inline-start: 20px;
    list-style: decimal;
  }
  summary {
    padding: var(--_space-2) 0;
    border-radius: var(--_radius-s);
    font-weight: 650;
    cursor: pointer;
  }
  .timeline {
    display: grid;
    gap: var(--_space-3);
  }
  .fact {
    display: flex;
    gap: var(--_space-2);
  }
  .fact .icon {
    width: 15px;
    height: 15px;
    margin-top: 2px;
  }
  .message {
    display: grid;
    gap: var(--_space-1);
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-l);
    border-end-start-radius: 4px;
    background: var(--_accent-soft);
    font-size: var(--_size-write);
    margin-inline-end: var(--_space-5);
  }
  .message.own {
    border-radius: var(--_radius-l);
    border-end-end-radius: 4px;
    background: var(--_surface-2);
    margin-inline: var(--_space-5) 0;
  }
  .message .who strong {
    color: var(--_ink);
  }
  form {
    display: grid;
    gap: var(--_space-3);
    padding-top: var(--_space-4);
    border-top: 1px solid var(--_line);
  }
  .images,
  .files {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(120px, 1fr));
    gap: var(--_space-2);
  }
  .files {
    grid-template-columns: minmax(0, 1fr);
    margin-top: var(--_space-2);
  }
  .picture {
    display: block;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-s);
  }
  .picture img {
    display: block;
    width: 100%;
    height: 84px;
    object-fit: cover;
  }
  .file video {
    grid-column: 1 / -1;
    width: 100%;
    max-height: 240px;
    border-radius: var(--_radius-s);
    background: #000;
  }
  .file .why {
    grid-column: 2 / -1;
  }
`;
