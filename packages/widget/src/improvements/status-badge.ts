import type { ImprovementStatus } from '@teo-support/core';
import { html, type TemplateResult } from 'lit';
import { type IconName, icon } from '../panel/all-icons.js';
import type { ForumSession } from './forum-session.js';

const looks: Readonly<Record<ImprovementStatus, { readonly icon: IconName; readonly tone: string }>> = {
  submitted: { icon: 'clock', tone: '' },
  planned: { icon: 'ticket', tone: 'info' },
  in_progress: { icon: 'reopen', tone: 'info' },
  postponed: { icon: 'pause', tone: 'warning' },
  implemented: { icon: 'done', tone: 'success' },
  not_selected: { icon: 'close', tone: '' },
};

/** Where a request stands, in words, with a sign and a colour beside them. */
export function statusBadge(status: ImprovementStatus, { forum }: ForumSession): TemplateResult {
  return html`<span class="badge ${looks[status].tone}">${icon(looks[status].icon)} ${forum.statuses[status]}</span>`;
}

/** Says that the promise of a month was not kept. */
export function overdueBadge({ forum }: ForumSession): TemplateResult {
  return html`<span class="badge danger">${icon('warning')} ${forum.overdue}</span>`;
}
