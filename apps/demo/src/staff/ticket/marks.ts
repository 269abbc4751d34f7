import type { Priority, TicketStatus, TicketType, Verdict } from '@teo-support/core';
import { css, html, type TemplateResult } from 'lit';
import { type IconName, icon, priorityIcon } from '../icons/icon.js';
import type { Words } from '../locales/index.js';

const statusTones: Readonly<Record<TicketStatus, string>> = {
  new: 'info',
  open: 'accent',
  pending: 'warning',
  resolved: 'success',
  closed: '',
  cancelled: '',
};

const statusIcons: Readonly<Partial<Record<TicketStatus, IconName>>> = {
  pending: 'pause',
  resolved: 'check',
  closed: 'check',
  cancelled: 'close',
};

export function statusBadge(status: TicketStatus, words: Words): TemplateResult {
  const sign = statusIcons[status];
  return html`<span class="badge ${statusTones[status]}">${sign ? icon(sign) : html`<span class="dot ${status}"></span>`}${words.domain.statuses[status]}</span>`;
}

const levels: Readonly<Record<Priority, 1 | 2 | 3 | 4>> = { urgent: 4, high: 3, medium: 2, low: 1 };

export function priorityMark(priority: Priority, words: Words): TemplateResult {
  return html`<span class="with-icon priority-${priority}">${priorityIcon(levels[priority])}${words.domain.priorities[priority].name}</span>`;
}

const typeIcons: Readonly<Record<TicketType, IconName>> = {
  malfunction: 'bug',
  mishandling: 'undo',
  usage_question: 'question',
  training_follow_up: 'training',
  rnd: 'flask',
};

export function typeMark(type: TicketType, words: Words): TemplateResult {
  return html`<span class="with-icon mark-type">${icon(typeIcons[type])}${words.domain.ticketTypes[type].name}</span>`;
}

const verdictMarks: Readonly<Record<Verdict, { readonly tone: string; readonly sign: IconName }>> = {
  confirmed: { tone: 'danger', sign: 'bug' },
  not_reproduced: { tone: 'warning', sign: 'question' },
  not_a_bug: { tone: '', sign: 'check' },
};

export function verdictBadge(verdict: Verdict, words: Words): TemplateResult {
  const { tone, sign } = verdictMarks[verdict];
  return html`<span class="badge ${tone}">${icon(sign)}${words.domain.verdicts[verdict]}</span>`;
}

export const markStyles = css`
  .badge .icon {
    width: 13px;
    height: 13px;
  }
  .badge .dot {
    width: 8px;
    height: 8px;
    border: 2px solid currentcolor;
    border-radius: 50%;
  }
  .badge .dot.open {
    background: linear-gradient(90deg, currentcolor 50%, transparent 50%);
  }
  .badge.accent {
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .mark-type .icon {
    color: var(--_ink-2);
  }
  .priority-urgent {
    color: var(--_danger);
    font-weight: 600;
  }
  .priority-high {
    color: var(--_warning);
  }
`;
