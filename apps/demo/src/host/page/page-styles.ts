import { css } from 'lit';

/** téo's own look. The widget's tokens are used, so that the demo has one hand; nothing of it depends on the widget. */
export const pageStyles = css`
  body {
    background: var(--_page);
    color: var(--_ink);
    font: 400 var(--_size) / 1.5 var(--_font);
    -webkit-font-smoothing: antialiased;
  }
  :is(h1, p, ul) {
    margin: 0;
    padding: 0;
  }
  .muted,
  small {
    color: var(--_ink-2);
  }
  small {
    display: block;
    font-size: var(--_size-s);
    font-weight: 400;
  }
  .topbar {
    position: sticky;
    top: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    height: 56px;
    padding: 0 var(--_space-5);
    background: #10393b;
    color: #fff;
  }
  .logo {
    font: 750 21px / 1 var(--_font);
    letter-spacing: -0.03em;
  }
  .organization {
    padding-left: var(--_space-3);
    border-left: 1px solid #ffffff40;
    color: #d7e5e4;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .spring {
    flex: 1;
  }
  .initials {
    display: grid;
    flex: none;
    place-items: center;
    width: 32px;
    height: 32px;
    border-radius: 50%;
    background: var(--_surface-3);
    color: var(--_ink-2);
    font: 600 12px / 1 var(--_font);
  }
  .account {
    position: relative;
  }
  .account summary {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    padding: 4px 6px;
    border-radius: var(--_radius);
    list-style: none;
    cursor: pointer;
  }
  .account summary:hover {
    background: #ffffff1a;
  }
  .account .initials {
    background: #d7e5e4;
    color: #10393b;
  }
  .menu {
    position: absolute;
    top: calc(100% + 8px);
    right: 0;
    display: grid;
    gap: var(--_space-2);
    width: 320px;
    max-width: calc(100vw - 32px);
    padding: var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow-l);
  }
  .menu label {
    font-weight: 600;
  }
  .frame {
    display: grid;
    grid-template-columns: 208px minmax(0, 1fr);
    min-height: calc(100dvh - 56px);
  }
  .modules {
    padding: var(--_space-4) var(--_space-3);
    border-right: 1px solid var(--_line);
    background: var(--_surface);
  }
  .modules ul {
    position: sticky;
    top: 72px;
    display: grid;
    gap: 2px;
    list-style: none;
  }
  .modules a {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 8px 10px;
    border-radius: var(--_radius);
    color: var(--_ink-2);
    font-weight: 500;
    text-decoration: none;
  }
  .modules a:hover {
    background: var(--_surface-2);
    color: var(--_ink);
  }
  .modules a[aria-current='page'] {
    background: var(--_accent-soft);
    color: var(--_accent);
    font-weight: 600;
  }
  .modules svg {
    flex: none;
    width: 19px;
    height: 19px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  main {
    width: 100%;
    max-width: 1120px;
    padding: var(--_space-5) var(--_space-6) 120px;
  }
  .path {
    display: flex;
    flex-wrap: wrap;
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
  .path span + span::before {
    content: '/';
    margin: 0 8px;
    color: var(--_line-strong);
  }
  .page-head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--_space-3);
    margin-top: var(--_space-2);
  }
  h1 {
    font: 680 25px / 1.25 var(--_font);
    letter-spacing: -0.018em;
  }
  .session-facts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--_space-5);
    margin: var(--_space-4) 0;
    color: var(--_ink-2);
  }
  .notice {
    margin-bottom: var(--_space-4);
  }
  .failure code {
    font: 600 13px / 1.5 var(--_mono);
  }
  .days {
    display: flex;
    gap: var(--_space-2);
    margin-bottom: -1px;
  }
  .days button {
    display: grid;
    padding: 9px 18px;
    border: 1px solid transparent;
    border-radius: var(--_radius) var(--_radius) 0 0;
    background: none;
    color: var(--_ink-2);
    font: 400 var(--_size-s) / 1.4 var(--_font);
    text-align: left;
    cursor: pointer;
  }
  .days strong {
    font-size: var(--_size);
  }
  .days button[aria-pressed='true'] {
    border-color: var(--_line);
    border-bottom-color: var(--_surface);
    background: var(--_surface);
    color: var(--_ink);
  }
  .sheet {
    overflow-x: auto;
    border: 1px solid var(--_line);
    border-radius: 0 var(--_radius-l) var(--_radius-l);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  table {
    width: 100%;
    min-width: 640px;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 10px var(--_space-4);
    border-bottom: 1px solid var(--_line);
    text-align: left;
    vertical-align: middle;
    font-weight: 400;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  thead th {
    padding-block: var(--_space-4);
    vertical-align: top;
    color: var(--_ink-2);
    font-weight: 600;
  }
  tbody th {
    font-weight: 550;
  }
  .trainee {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
  }
  .slot {
    width: 36%;
    border-left: 1px solid var(--_line);
  }
  tbody td {
    border-left: 1px solid var(--_line);
  }
  .slot-name {
    display: flex;
    align-items: baseline;
    gap: var(--_space-2);
    color: var(--_ink);
  }
  .slot-name span {
    color: var(--_ink-2);
    font: 500 13px / 1.4 var(--_mono);
  }
  .slot-actions,
  .hours {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_space-2);
    margin-top: var(--_space-3);
  }
  .slot-actions .button {
    min-height: 32px;
    padding: 0 10px;
    font-size: 13px;
  }
  .hours label {
    display: grid;
    gap: 2px;
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
  .hours .input {
    width: 112px;
    min-height: 36px;
    padding-block: 5px;
    font-size: var(--_size);
  }
  td small {
    display: inline;
    margin-left: 6px;
  }
  .signature {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--_surface-2);
    color: var(--_ink-2);
    font: 550 var(--_size-s) / 1.6 var(--_font);
  }
  .signature.signed {
    background: var(--_success-soft);
    color: var(--_success);
  }
  .signature.invited {
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .none {
    color: var(--_ink-2);
  }
  .slot-actions .button {
    white-space: nowrap;
  }
  @media (max-width: 860px) {
    .topbar {
      padding-inline: var(--_space-4);
    }
    .frame {
      grid-template-columns: minmax(0, 1fr);
    }
    .modules {
      padding: 6px var(--_space-3);
      overflow-x: auto;
      border-right: 0;
      border-bottom: 1px solid var(--_line);
    }
    .modules ul {
      position: static;
      display: flex;
    }
    main {
      padding: var(--_space-4) var(--_space-4) 120px;
    }
    .who {
      display: none;
    }
    table {
      width: auto;
      min-width: 100%;
    }
    .slot {
      width: auto;
      min-width: 258px;
    }
    :is(thead, tbody) th:first-child {
      position: sticky;
      left: 0;
      z-index: 1;
      width: 150px;
      min-width: 150px;
      background: var(--_surface);
    }
    .trainee .initials {
      display: none;
    }
    .days button {
      flex: 1;
      padding-inline: 10px;
    }
    h1 {
      font-size: 22px;
    }
  }
`;
