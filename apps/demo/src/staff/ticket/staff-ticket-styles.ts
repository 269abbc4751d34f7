import { css } from 'lit';
import { emptyStateStyles } from '../design/empty-state.js';
import { skeletonStyles } from '../design/skeleton.js';
import { staffStyles } from '../design/staff-styles.js';
import { classificationPanelStyles } from './classification/classification-panel.js';
import { clockPanelStyles } from './clock/clock-panel.js';
import { consultationsPanelStyles } from './consultation/consultations-panel.js';
import { requestStyles } from './conversation/request.js';
import { timelineStyles } from './conversation/timeline-styles.js';
import { factsPanelStyles } from './facts/facts-panel.js';
import { markStyles } from './marks.js';
import { presenceLineStyles } from './presence/presence-line.js';
import { testRecordStyles } from './reproduction-test/test-record.js';
import { rollBackPanelStyles } from './roll-back/roll-back-panel.js';
import { ticketHeadStyles } from './ticket-head.js';

const layout = css`
  :host {
    max-width: 1240px;
    margin: 0 auto;
    padding: var(--_space-3) var(--_space-5) 96px;
  }
  .back {
    margin: 0 0 var(--_space-2) -10px;
  }
  .back .button {
    padding-inline: 10px;
  }
  .card {
    padding: var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .request {
    padding: var(--_space-5);
  }
  .request header h2 {
    font: 650 var(--_size-l) / 1.35 var(--_font);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 368px;
    align-items: start;
    gap: var(--_space-5);
  }
  .talk,
  .side-panels {
    display: grid;
    gap: var(--_space-4);
    min-width: 0;
  }
  .below-title {
    margin-top: var(--_space-2);
  }
  .below {
    min-height: 32px;
    margin: var(--_space-3) var(--_space-2) 0 0;
    padding-inline: var(--_space-3);
    font-size: 13px;
  }
  .record {
    margin-top: var(--_space-3);
  }
  .record + .record {
    padding-top: var(--_space-3);
    border-top: 1px solid var(--_line);
  }
  @media (max-width: 1000px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (pointer: coarse) {
    .below {
      min-height: 44px;
    }
  }
  @media (max-width: 600px) {
    :host {
      padding: var(--_space-2) var(--_space-3) 64px;
    }
    .request {
      padding: var(--_space-4);
    }
  }
`;

export const staffTicketStyles = [
  staffStyles,
  emptyStateStyles,
  skeletonStyles,
  markStyles,
  ticketHeadStyles,
  presenceLineStyles,
  requestStyles,
  timelineStyles,
  clockPanelStyles,
  classificationPanelStyles,
  testRecordStyles,
  rollBackPanelStyles,
  consultationsPanelStyles,
  factsPanelStyles,
  layout,
];
