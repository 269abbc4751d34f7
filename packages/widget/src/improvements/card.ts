import type { ImprovementSummary } from '@teo-support/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { monthOf } from './dates.js';
import { type ForumSession, moduleName } from './forum-session.js';
import { placeLink } from './place-link.js';
import { asAndFor, titleOf } from './sentence.js';
import { overdueBadge, statusBadge } from './status-badge.js';

/** A request in a list: what is wished for, where it stands and why, who wants it, and one's own voice. */
export function renderCard(request: ImprovementSummary, session: ForumSession): TemplateResult {
  const { forum, locale } = session;
  const { id, number, status, decision, comments, mergedInto } = request;
  return html`<li class="card">
    <span class="row small">
      <span class="soft grow">${forum.request(number)} · ${moduleName(session, request.module)}</span>
      ${request.overdue ? overdueBadge(session) : statusBadge(status, session)}
    </span>
    <strong class="title">${placeLink(session, { view: 'request', id }, titleOf(request, session))}</strong>
    <span class="soft small clamped">${asAndFor(request, session)}</span>
    ${
      decision === null
        ? nothing
        : html`<span class="small reason"><span class="soft">${forum.decidedIn(monthOf(decision.month, locale))}</span>
            <span class="clamped">${decision.rationale}</span></span>`
    }
    ${mergedInto === null ? nothing : html`<span class="small soft">${forum.goesOn} ${forum.request(mergedInto.number)}</span>`}
    <teo-support-vote .session=${session} .request=${request}></teo-support-vote>
    ${comments === 0 ? nothing : html`<span class="soft small">${forum.comments(comments)}</span>`}
  </li>`;
}
