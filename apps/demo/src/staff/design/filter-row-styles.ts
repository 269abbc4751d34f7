import { css } from 'lit';
import { searchFieldStyles } from './search-field-styles.js';

const layout = css`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    align-items: end;
    gap: var(--_space-3);
    margin-bottom: var(--_space-4);
  }
  .filters .search {
    grid-column: span 2;
  }
  .filter-label {
    color: var(--_ink-2);
    font: 550 var(--_size-s) / 1.35 var(--_font);
  }
  .filters select {
    min-width: 0;
    text-overflow: ellipsis;
  }
  .filters .input {
    font-size: var(--_size);
  }
  .filters .check {
    align-items: center;
    white-space: nowrap;
    min-height: 38px;
  }
  .filters > .button {
    justify-self: start;
  }
  @media (max-width: 600px) {
    .filters {
      grid-template-columns: 1fr 1fr;
      gap: var(--_space-2);
    }
    .filters .search {
      grid-column: 1 / -1;
    }
  }
  @media (max-width: 360px) {
    .filters {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

/** What a list is narrowed down by, in a row that wraps. */
export const filterRowStyles = [searchFieldStyles, layout];
