import type { ArticleState, DraftStage } from '@teo-support/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../locales/index.js';

const stateTones = { draft: '', published: 'success', withdrawn: 'danger' } as const satisfies Record<
  ArticleState,
  string
>;
const stageTones = {
  none: '',
  writing: '',
  to_review: 'info',
  approved: 'success',
  changes_requested: 'warning',
} as const satisfies Record<DraftStage, string>;

export function stateBadge(state: ArticleState, { faq }: Words): TemplateResult {
  return html`<span class="badge ${stateTones[state]}">${faq.states[state]}</span>`;
}

export function stageBadge(stage: DraftStage, { faq }: Words): TemplateResult | typeof nothing {
  return stage === 'none'
    ? nothing
    : html`<span class="badge ${stageTones[stage]}">${faq.stages[stage]}</span>`;
}
