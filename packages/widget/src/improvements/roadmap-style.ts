import { css } from 'lit';

export const roadmapStyle = css`
  .column {
    display: grid;
    gap: var(--_space-3);
  }
  .column + .column {
    padding-top: var(--_space-4);
    border-top: 1px solid var(--_line);
  }
  .heading {
    font: 650 var(--_size-l) / 1.4 var(--_font);
  }
  /* Side by side where there is room, as on a page. */
  .cards {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
  }
`;
