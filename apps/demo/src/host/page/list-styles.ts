import { css } from 'lit';

/** Lists, forms and notices of the other screens. On a narrow screen each row of a list is a card of its own. */
export const listStyles = css`
  .list {
    width: 100%;
    border-collapse: collapse;
  }
  .list :is(th, td) {
    padding: 11px var(--_space-4);
    border-bottom: 1px solid var(--_line);
    text-align: left;
    vertical-align: middle;
    font-weight: 400;
  }
  .list thead th {
    color: var(--_ink-2);
    font-size: var(--_size-s);
    font-weight: 600;
  }
  .list tbody th {
    font-weight: 550;
  }
  .list > :last-child tr:last-child > * {
    border-bottom: 0;
  }
  .list tfoot :is(th, td) {
    font-weight: 650;
  }
  .list .number {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .list .negative {
    color: var(--_danger);
    font-weight: 600;
  }
  .count {
    color: var(--_ink-2);
    font-variant-numeric: tabular-nums;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1);
    margin-bottom: var(--_space-2);
  }
  .filters [aria-pressed='true'] {
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .filters [aria-pressed='true'] .count {
    color: inherit;
  }
  .origin {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2);
    min-height: 32px;
  }
  .origin .button {
    min-height: 32px;
    padding: 0 10px;
    font-size: 13px;
  }
  .import {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
    align-items: start;
    gap: var(--_space-4);
    margin-bottom: var(--_space-4);
    padding: var(--_space-4);
  }
  .import .button {
    /* In line with the inputs, below the height of their labels. */
    margin-top: 25px;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 320px) minmax(0, 1fr);
    align-items: start;
    gap: var(--_space-4);
  }
  .terms {
    display: grid;
    gap: var(--_space-4);
    padding: var(--_space-4);
  }
  .terms summary {
    color: var(--_accent);
    font-weight: 550;
    cursor: pointer;
  }
  .terms details[open] summary {
    margin-bottom: var(--_space-3);
  }
  .lead {
    max-width: 68ch;
    margin-bottom: var(--_space-4);
    color: var(--_ink-2);
  }
  .cards {
    display: grid;
    gap: var(--_space-3);
    list-style: none;
  }
  .course {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3);
    padding: var(--_space-4);
  }
  .course h2 {
    font: 600 var(--_size-l) / 1.35 var(--_font);
  }
  .code {
    font: 500 13px / 1.4 var(--_mono);
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: var(--_space-1);
    padding: 48px var(--_space-4);
    text-align: center;
  }
  .trial {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3);
    margin-bottom: var(--_space-4);
    padding: var(--_space-4);
  }
  .trial > div {
    display: flex;
    flex: 1 1 320px;
    align-items: baseline;
    gap: var(--_space-3);
  }
  .trial .badge {
    flex: none;
  }
  @media (max-width: 860px) {
    .import,
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .import .button {
      margin-top: 0;
    }
    .list thead {
      /* Each cell carries its own heading below. */
      display: none;
    }
    .list :is(tbody, tfoot) tr {
      display: grid;
      gap: 2px;
      padding: 11px var(--_space-4);
      border-bottom: 1px solid var(--_line);
    }
    .list > :last-child tr:last-child {
      border-bottom: 0;
    }
    .list :is(th, td) {
      padding: 0;
      border-bottom: 0;
    }
    .list td {
      display: grid;
      grid-template-columns: 112px minmax(0, 1fr);
      gap: var(--_space-2);
    }
    .list td::before {
      content: attr(data-label);
      color: var(--_ink-2);
      font-size: var(--_size-s);
      font-weight: 400;
    }
    .list .number {
      text-align: left;
    }
  }
`;
