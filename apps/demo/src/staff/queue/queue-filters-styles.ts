import { css } from 'lit';

export const queueFiltersStyles = css`
  .filters {
    display: grid;
    grid-template-columns: minmax(240px, 1fr) repeat(3, minmax(120px, 176px)) auto;
    align-items: end;
    gap: var(--_space-3);
    margin-bottom: var(--_space-4);
  }
  .filters .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .filters .buttons .button {
    min-height: 38px;
    padding-inline: var(--_space-3);
  }
  .count {
    display: grid;
    place-items: center;
    min-width: 18px;
    height: 18px;
    padding: 0 5px;
    border-radius: 999px;
    background: var(--_accent);
    color: var(--_on-accent);
    font: 650 11px / 1 var(--_font);
  }
  .more {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: repeat(auto-fit, minmax(160px, 1fr));
    align-items: end;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-4) var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
  }
  .more .flag {
    align-items: center;
    min-height: 38px;
  }
  .filter-label {
    color: var(--_ink-2);
    font: 550 var(--_size-s) / 1.35 var(--_font);
  }
  .filters select {
    min-width: 0;
    text-overflow: ellipsis;
  }
  .with-sign kbd {
    position: absolute;
    right: 9px;
    pointer-events: none;
  }
  .with-sign .input:focus ~ kbd,
  .with-sign .input:not(:placeholder-shown) ~ kbd {
    display: none;
  }
  @media (max-width: 1000px) {
    .filters {
      grid-template-columns: repeat(3, 1fr);
    }
    .filters :is(.search, .buttons) {
      grid-column: 1 / -1;
    }
  }
  @media (max-width: 600px) {
    .filters {
      grid-template-columns: 1fr 1fr;
      gap: var(--_space-2);
    }
    .filters .field:has(#status) {
      grid-column: 1 / -1;
    }
    .more {
      grid-template-columns: 1fr 1fr;
      padding: var(--_space-3);
    }
    .more .flag {
      grid-column: 1 / -1;
    }
  }
`;
