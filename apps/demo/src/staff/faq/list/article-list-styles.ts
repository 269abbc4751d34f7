import { css } from 'lit';
import { searchFieldStyles } from '../../design/search-field-styles.js';

const layout = css`
  .filters {
    display: grid;
    grid-template-columns: minmax(200px, 1fr) repeat(3, minmax(120px, 168px)) auto auto;
    align-items: end;
    gap: var(--_space-3);
    margin-bottom: var(--_space-4);
  }
  .filter-label {
    color: var(--_ink-2);
    font: 550 var(--_size-s) / 1.35 var(--_font);
  }
  .filters select {
    min-width: 0;
    text-overflow: ellipsis;
  }
  .filters .due {
    align-items: center;
    min-height: 38px;
  }
  .rows > li {
    position: relative;
  }
  .rows > li:hover {
    background: var(--_surface-2);
  }
  .rows a.name {
    color: var(--_ink);
    text-decoration: none;
  }
  .rows a.name::after {
    position: absolute;
    inset: 0;
    content: '';
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  @media (max-width: 1000px) {
    .filters {
      grid-template-columns: repeat(3, 1fr);
    }
    .filters .search {
      grid-column: 1 / -1;
    }
  }
  @media (max-width: 600px) {
    .filters {
      grid-template-columns: 1fr 1fr;
      gap: var(--_space-2);
    }
  }
`;

export const articleListStyles = [searchFieldStyles, layout];
