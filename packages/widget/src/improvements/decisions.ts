import type { Improvement } from '@teo-support/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../panel/all-icons.js';
import { dateOf, monthOf } from './dates.js';
import type { ForumSession } from './forum-session.js';
import { placeLink } from './place-link.js';
import { overdueBadge, statusBadge } from './status-badge.js';

/** What was decided of a request and why; before that, by when it is owed a decision. All that was ever decided stays. */
export function renderDecisions(
  request: Improvement,
  session: ForumSession,
  titleLevel: number,
): TemplateResult {
  const { forum, locale } = session;
  const { view } = forum;
  const { decision, decisions, overdue, status, implementation } = request;
  const due = dateOf(request.firstDecisionDue, locale);
  return html`<section class="decision ${overdue ? 'late' : ''}" aria-labelledby="decision">
    <div class="row">
      <div class="heading grow" id="decision" role="heading" aria-level=${titleLevel}>${view.decision}</div>
      ${overdue ? overdueBadge(session) : statusBadge(status, session)}
    </div>
    ${
      decision === null
        ? html`<p>${overdue ? forum.wasDueBy(due) : forum.dueBy(due)}</p>`
        : html`<p class="words">${decision.rationale}</p>
            <p class="soft small">${forum.decidedIn(monthOf(decision.month, locale))}</p>`
    }
    ${
      implementation === null
        ? nothing
        : html`<p class="with-icon">${icon('done')} <span>${view.release(implementation.release)}${
            implementation.article === null
              ? nothing
              : html`<br />${view.article} ${placeLink(session, { view: 'article', id: implementation.article.id }, implementation.article.title)}`
          }</span></p>`
    }
    ${
      decisions.length < 2
        ? nothing
        : html`<details><summary>${view.history} (${decisions.length})</summary>
            <ol class="history">
              <li><span class="soft small">${dateOf(request.submittedAt, locale)}</span> <span>${view.submitted}</span></li>
              ${decisions.map(
                ({ at, status, rationale }) => html`<li>
                  <span class="soft small">${dateOf(at, locale)}</span> ${statusBadge(status, session)}
                  <span class="words">${rationale}</span>
                </li>`,
              )}
            </ol></details>`
    }
  </section>`;
}
