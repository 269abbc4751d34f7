import { css } from 'lit';

/** The attendance sheet: days as tabs, half-days as columns. */
export const attendanceStyles = css`
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
    border-top-left-radius: 0;
  }
  .sheet table {
    width: 100%;
    min-width: 640px;
    border-collapse: collapse;
  }
  .sheet :is(th, td) {
    padding: 10px var(--_space-4);
    border-bottom: 1px solid var(--_line);
    text-align: left;
    vertical-align: middle;
    font-weight: 400;
  }
  .sheet tbody tr:last-child > * {
    border-bottom: 0;
  }
  .sheet thead th {
    padding-block: var(--_space-4);
    vertical-align: top;
    color: var(--_ink-2);
    font-weight: 600;
  }
  .sheet tbody th {
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
  .sheet tbody td {
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
  .sheet td small {
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
    .sheet table {
      width: auto;
      min-width: 100%;
    }
    .slot {
      width: auto;
      min-width: 258px;
    }
    .sheet :is(thead, tbody) th:first-child {
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
  }
`;
