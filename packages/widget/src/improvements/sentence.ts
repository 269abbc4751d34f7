import type { ImprovementSummary } from '@teo-support/core/contract';
import { html, type TemplateResult } from 'lit';
import type { ForumSession } from './forum-session.js';

/** The three parts of a request; `null` where words were erased. */
export type Parts = Pick<ImprovementSummary, 'role' | 'need' | 'purpose'>;

/** « En tant que …, je souhaiterais que … afin de … », to be read in one go. */
export function renderSentence(parts: Parts, session: ForumSession): TemplateResult {
  const { sentence } = session.forum;
  const { role, need, purpose } = written(parts, session);
  return html`<p class="sentence">${sentence.role(role)}<strong>${role}</strong>${sentence.need(need)}<strong>${need}</strong>${sentence.purpose(purpose)}<strong>${purpose}</strong>.</p>`;
}

/** The same as plain text. */
export function sentenceText(parts: Parts, session: ForumSession): string {
  const { sentence } = session.forum;
  const { role, need, purpose } = written(parts, session);
  return `${sentence.role(role)}${role}${sentence.need(need)}${need}${sentence.purpose(purpose)}${purpose}.`;
}

/** What is wished for, as a title. */
export function titleOf({ need }: Pick<Parts, 'need'>, { forum }: ForumSession): string {
  return forum.wish((need ?? forum.view.erased).trim());
}

/** Who asks, and what for, in one line under the title. */
export function asAndFor(parts: Parts, session: ForumSession): string {
  const { role, purpose } = written(parts, session);
  return session.forum.asAndFor(role, purpose);
}

/** Each part without what the frame says: a full stop of its own, and space around it. */
function written({ role, need, purpose }: Parts, { forum }: ForumSession) {
  const part = (text: string | null) => text?.trim().replace(/\s*[.,;]+$/, '') || forum.view.erased;
  return { role: part(role), need: part(need), purpose: part(purpose) };
}
