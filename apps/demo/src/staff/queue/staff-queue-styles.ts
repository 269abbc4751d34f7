import { css } from 'lit';
import { emptyStateStyles } from '../design/empty-state.js';
import { searchFieldStyles } from '../design/search-field-styles.js';
import { skeletonStyles } from '../design/skeleton.js';
import { staffStyles } from '../design/staff-styles.js';
import { markStyles } from '../ticket/marks.js';
import { exportStyles } from './export-panel.js';
import { queueFiltersStyles } from './queue-filters-styles.js';
import { queueRowStyles } from './queue-row-styles.js';

const layout = css`
  :host {
    max-width: 1480px;
    margin: 0 auto;
    padding: var(--_space-5) var(--_space-5) 64px;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_space-2) var(--_space-3);
    margin-bottom: var(--_space-4);
  }
  h1 {
    font: 650 var(--_size-xl) / 1.3 var(--_font);
    letter-spacing: -0.012em;
  }
  .title > :is(.order, .button) {
    align-self: center;
  }
  .order {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    margin-left: auto;
  }
  .order select {
    width: auto;
    min-height: 36px;
    padding-block: 4px;
    font-size: 13.5px;
  }
  .panel {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    overflow: clip;
  }
  .footer {
    display: grid;
    gap: var(--_space-3);
    padding-top: var(--_space-4);
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-4);
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
  .keys .check {
    align-items: center;
    font-size: var(--_size-s);
  }
  kbd {
    display: inline-grid;
    place-items: center;
    min-width: 20px;
    height: 20px;
    padding: 0 5px;
    border: 1px solid var(--_line);
    border-radius: 5px;
    background: var(--_surface-2);
    color: var(--_ink-2);
    font: 500 11.5px / 1 var(--_mono);
  }
  @media (max-width: 600px) {
    :host {
      padding: var(--_space-4) var(--_space-3) 48px;
    }
    .order {
      margin-left: 0;
      width: 100%;
    }
  }
  @media (pointer: coarse) {
    .keys {
      display: none;
    }
  }
`;

export const staffQueueStyles = [
  staffStyles,
  emptyStateStyles,
  skeletonStyles,
  markStyles,
  searchFieldStyles,
  queueFiltersStyles,
  queueRowStyles,
  exportStyles,
  layout,
];
