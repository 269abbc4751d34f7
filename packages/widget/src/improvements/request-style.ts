import { css } from 'lit';

export const requestStyle = css`
  .heading {
    font: 650 var(--_size) / 1.4 var(--_font);
  }
  #title:focus-visible {
    box-shadow: none;
  }
  .decision {
    display: grid;
    gap: var(--_space-2);
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-2);
    overflow-wrap: anywhere;
  }
  .decision.late {
    border-color: var(--_danger);
    background: var(--_danger-soft);
  }
  .decision .badge {
    background: var(--_surface);
  }
  .history,
  .merged {
    display: grid;
    gap: var(--_space-3);
    margin-top: var(--_space-2);
  }
  .history li {
    display: grid;
    justify-items: start;
    gap: 2px;
    padding-inline-start: var(--_space-3);
    border-inline-start: 3px solid var(--_line-strong);
  }
  .merged .sentence {
    font-size: var(--_size);
  }
`;
