import type { ImprovementStatus } from '@teo-support/core';
import type { StaffImprovementSummary } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.js';
import type { Words } from '../locales/index.js';

const tones = {
  submitted: '',
  planned: 'info',
  in_progress: 'info',
  postponed: 'warning',
  implemented: 'success',
  not_selected: '',
} as const satisfies Record<ImprovementStatus, string>;

export function statusBadge(status: ImprovementStatus, { forum }: Words): TemplateResult {
  return html`<span class="badge ${tones[status]}">${forum.statuses[status]}</span>`;
}

/** Where a request stands, and that it waits for too long, in words and with a sign. */
export function standingBadges(
  { status, overdue, draft }: Pick<StaffImprovementSummary, 'status' | 'overdue' | 'draft'>,
  words: Words,
): TemplateResult {
  const { forum } = words;
  return html`${overdue ? html`<span class="badge danger">${icon('clock')}${forum.overdue}</span>` : statusBadge(status, words)}
    ${draft === null ? nothing : html`<span class="badge">${forum.drafted(forum.statuses[draft.status])}</span>`}`;
}
