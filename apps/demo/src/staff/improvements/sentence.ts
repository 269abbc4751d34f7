import type { ImprovementSummary } from '@teo-support/sdk';
import { css, html, type TemplateResult } from 'lit';
import type { Words } from '../locales/index.js';

type Parts = Pick<ImprovementSummary, 'role' | 'need' | 'purpose'>;

/** « En tant que …, je souhaiterais que … afin de … »: the three parts of a request, read as one sentence. */
export function sentence({ role, need, purpose }: Parts, { forum }: Words): TemplateResult {
  if (role === null || need === null || purpose === null) return html`<p class="muted">${forum.erased}</p>`;
  return html`<p class="sentence">${forum.role(role)}<b>${role}</b>, ${forum.need(need)}<b>${need}</b>
    ${forum.purpose(purpose)}<b>${ended(purpose)}</b></p>`;
}

/** What a request asks for, as its name where there is no room for the whole sentence. */
export function needOf({ need }: Pick<ImprovementSummary, 'need'>, { forum }: Words): string {
  return need ?? forum.erased;
}

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

export const sentenceStyles = css`
  .sentence {
    color: var(--_ink-2);
    font: 400 var(--_size-write) / 1.6 var(--_font);
    overflow-wrap: anywhere;
  }
  .sentence b {
    color: var(--_ink);
    font-weight: 550;
  }
`;
