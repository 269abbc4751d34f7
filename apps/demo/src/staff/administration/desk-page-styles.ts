import { css } from 'lit';
import { emptyStateStyles } from '../design/empty-state.js';
import { skeletonStyles } from '../design/skeleton.js';
import { staffStyles } from '../design/staff-styles.js';

const layout = css`
  :host {
    max-width: 1120px;
    margin: 0 auto;
    padding: var(--_space-5) var(--_space-5) 64px;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    margin-bottom: var(--_space-4);
  }
  .title .end {
    margin-left: auto;
  }
  h1 {
    font: 650 var(--_size-xl) / 1.3 var(--_font);
    letter-spacing: -0.012em;
  }
  .lead {
    flex: 1 0 100%;
  }
  .panel {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    overflow: clip;
  }
  .panel-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
    border-bottom: 1px solid var(--_line);
  }
  .panel-head .hint {
    order: 3;
    width: 100%;
  }
  .panel-head > :nth-child(2):not(.hint) {
    margin-left: auto;
  }
  .rows > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-4);
    min-height: 52px;
    padding: 9px var(--_space-4);
    border-bottom: 1px solid var(--_line);
  }
  .rows > li:last-child {
    border-bottom: 0;
  }
  .rows .main {
    flex: 1 1 260px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .rows .name {
    font-weight: 600;
  }
  .rows .gone .name,
  .rows .gone .main {
    color: var(--_ink-2);
  }
  .rows .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--_space-3);
    color: var(--_ink-2);
    font-size: 13px;
  }
  .rows .actions {
    gap: var(--_space-2);
  }
  .none {
    padding: var(--_space-4);
    color: var(--_ink-2);
  }
  .footer {
    padding: var(--_space-3) var(--_space-4);
    border-top: 1px solid var(--_line);
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 32px;
    margin-bottom: var(--_space-2);
    border-radius: var(--_radius);
    color: var(--_ink-2);
    font-weight: 550;
    text-decoration: none;
  }
  code {
    font: 500 12.5px / 1.5 var(--_mono);
  }
  @media (max-width: 600px) {
    :host {
      padding: var(--_space-4) var(--_space-3) 48px;
    }
    .title .end,
    .panel-head > :nth-child(2):not(.hint) {
      margin-left: 0;
    }
  }
`;

/** What the pages of the administration are drawn with. */
export const deskPageStyles = [staffStyles, emptyStateStyles, skeletonStyles, layout];
