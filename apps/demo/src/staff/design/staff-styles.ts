import { css } from 'lit';
import { iconStyles } from '../icons/icon.js';
import { controls } from './adopt.js';

const staff = css`
  :host {
    display: block;
    color: var(--_ink);
    font: 400 var(--_size) / var(--_leading) var(--_font);
  }
  h1,
  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd,
  figure {
    margin: 0;
  }
  ol,
  ul {
    padding: 0;
    list-style: none;
  }
  /* Headings take the focus to be read out, not to be worked with. */
  :is(h1, h2)[tabindex]:focus-visible {
    outline: none;
    box-shadow: none;
  }
  a {
    color: var(--_accent);
  }
  .muted {
    color: var(--_ink-2);
  }
  .words {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    font: 400 var(--_size-write) / 1.6 var(--_font);
  }
  .section-title {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    font: 650 var(--_size) / 1.35 var(--_font);
  }
  .section-title .icon {
    color: var(--_ink-2);
  }
  .form {
    display: grid;
    gap: var(--_space-3);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
  }
  .check {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-2);
    font: 500 var(--_size) / 1.45 var(--_font);
    cursor: pointer;
  }
  .check input {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 1px 0 0;
    accent-color: var(--_accent);
  }
  select.input {
    padding-block: 6px;
    font-size: var(--_size);
    cursor: pointer;
  }
  legend {
    padding: 0;
  }
  legend.label {
    margin-bottom: 6px;
  }
  /* Waits in the tree to be told aloud, without taking a row of its form. */
  .problem:empty {
    position: absolute;
  }
  .error .icon {
    margin-top: 1px;
  }
  .notice .with-icon {
    align-items: flex-start;
  }
  .notice .icon {
    margin-top: 3px;
    color: var(--_danger);
  }
  .changes-title {
    margin-left: 22px;
    font-weight: 600;
  }
  .changes {
    padding-left: 38px;
    list-style: disc;
  }
  .kept {
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
  .tone-late {
    color: var(--_danger);
    font-weight: 550;
  }
  .tone-soon {
    color: var(--_warning);
    font-weight: 550;
  }
  .tone-met {
    color: var(--_success);
  }
  .tone-paused {
    color: var(--_info);
  }
  .with-icon {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
`;

/** What every part of the staff view is drawn with. */
export const staffStyles = [controls, iconStyles, staff];
