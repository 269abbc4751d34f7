import type { StaffTimelineEntry } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { dateWords } from '../../time/dates.js';
import '../images/ticket-images.js';
import { verdictBadge } from '../marks.js';

export type TestEntry = Extract<StaffTimelineEntry, { type: 'ticket.reproduction_tested' }>;

/** A test as it stands on record: who, when, where, how, what came out. */
export function testRecord(entry: TestEntry, desk: Desk): TemplateResult {
  const { words, locale, now } = desk;
  const { test, domain } = words;
  const said = (text: string | null) => text ?? domain.erased;
  return html`<div class="record">
    <p class="record-head">${verdictBadge(entry.verdict, words)}<span class="muted">${test.by(entry.by.name, dateWords(entry.at, locale, now))}</span></p>
    <dl>
      <dt>${test.environment}</dt>
      <dd>${said(entry.environment)}</dd>
      <dt>${test.steps}</dt>
      <dd><ol>${entry.steps.map((step) => html`<li>${said(step)}</li>`)}</ol></dd>
      <dt>${test.observed}</dt>
      <dd class="observed">${said(entry.observed)}</dd>
    </dl>
    ${entry.evidence.length === 0 ? nothing : html`<ticket-images .desk=${desk} .files=${entry.evidence} .steps=${entry.steps.map(said)}></ticket-images>`}
  </div>`;
}

export const testRecordStyles = css`
  .record-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--_space-2);
    font-size: var(--_size-s);
  }
  .record dl {
    display: grid;
    gap: 2px;
    margin-top: var(--_space-2);
    font-size: 13.5px;
  }
  .record dt {
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
  .record dd {
    margin-bottom: 6px;
    overflow-wrap: anywhere;
  }
  .record ol {
    padding-left: 18px;
    list-style: decimal;
  }
  .record .observed {
    white-space: pre-wrap;
  }
`;
