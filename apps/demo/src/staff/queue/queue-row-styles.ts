import { css } from 'lit';

/** A table where there is room, and a card for each row where there is none. */
export const queueRowStyles = css`
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }
  th {
    padding: 9px 10px;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface-2);
    color: var(--_ink-2);
    font: 600 var(--_size-s) / 1.35 var(--_font);
    text-align: left;
    white-space: nowrap;
  }
  th:nth-child(2) {
    width: 100%;
  }
  :is(th, td):first-child {
    padding-left: var(--_space-4);
  }
  :is(th, td):last-child {
    padding-right: var(--_space-4);
  }
  tbody tr {
    position: relative;
  }
  td {
    padding: 7px 10px;
    border-bottom: 1px solid var(--_line);
    vertical-align: middle;
    font-size: 13.5px;
    line-height: 1.4;
    white-space: nowrap;
  }
  .subject {
    min-width: 240px;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  tbody tr:last-child td {
    border-bottom: 0;
  }
  tbody tr:hover td {
    background: var(--_surface-2);
  }
  .reference {
    color: var(--_ink-2);
    font: 500 12.5px / 1.4 var(--_mono);
  }
  .subject a {
    color: var(--_ink);
    font-weight: 550;
    text-decoration: none;
  }
  .is-new .subject a {
    font-weight: 700;
  }
  .subject a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .subject a:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .subject a:focus-visible::after {
    border-radius: 6px;
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  tr:focus-within td {
    background: var(--_accent-soft);
  }
  .from,
  .assignment span {
    display: block;
  }
  .from,
  .agent {
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
  .agent.nobody {
    font-style: italic;
  }
  @media (max-width: 1000px) {
    table,
    tbody {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 10px;
      padding: 14px var(--_space-4);
      border-bottom: 1px solid var(--_line);
    }
    tbody tr:last-child {
      border-bottom: 0;
    }
    tbody tr:is(:hover, :focus-within) {
      background: var(--_surface-2);
    }
    td:is(:first-child, :last-child, *),
    tbody tr:hover td,
    tr:focus-within td {
      padding: 0;
      border: 0;
      background: none;
    }
    .reference {
      order: 0;
    }
    .target {
      order: 1;
      margin-left: auto;
    }
    .subject {
      order: 2;
      flex: 1 0 100%;
      min-width: 0;
      font-size: 15px;
    }
    .status {
      order: 3;
    }
    .priority {
      order: 4;
    }
    .type {
      order: 5;
    }
    .assignment {
      order: 6;
      flex: 1 0 100%;
    }
    .assignment span {
      display: inline;
      color: var(--_ink-2);
      font-size: var(--_size-s);
    }
    .assignment span + span::before {
      content: '· ';
    }
  }
`;
