import { css } from 'lit';

export const listStyle = css`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    gap: var(--_space-2);
  }
  .filters [type='search'] {
    grid-column: 1 / -1;
  }
  select.input {
    font-size: var(--_size);
    text-overflow: ellipsis;
  }
  @media (pointer: coarse) {
    select.input {
      padding-inline: 6px 2px;
      font-size: 16px;
    }
  }
`;
