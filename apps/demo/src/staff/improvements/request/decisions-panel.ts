import type { StaffImprovement } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { dayOf, monthAt, monthName } from '../../time/calendar.js';
import { statusBadge } from '../badges.js';
import '../review/decision-form.js';
import { isDecidable } from './possible.js';

/** Every decision that was ever made on a request, with its reason, and the one that is being prepared. */
export function decisionsPanel(request: StaffImprovement, desk: Desk): TemplateResult {
  const { words, locale, now } = desk;
  const { one, review, decidedOn } = words.forum;
  return html`<section class="panel" aria-labelledby="decisions">
    <div class="panel-head"><h2 class="section-title" id="decisions">${icon('steps')}${one.decisions}</h2>
      ${isDecidable(request) ? html`<review-decision-form .desk=${desk} .month=${request.draft?.month ?? monthAt(now)} .improvement=${request} .label=${one.prepare}></review-decision-form>` : nothing}</div>
    <div class="inside listed">
      ${request.decisions.length === 0 ? html`<p class="muted">${one.noDecision}</p>` : nothing}
      <ol class="decisions">${request.decisions.toReversed().map(
        ({ month, status, rationale, at }) => html`<li>
          <p class="what">${statusBadge(status, words)}<span class="muted">${decidedOn(dayOf(at, locale))} · <a href="/staff/improvement-reviews/${month}">${review(monthName(month, locale))}</a></span></p>
          <p class="words">${rationale}</p></li>`,
      )}</ol>
      ${
        request.draft === null
          ? nothing
          : html`<div class="notice"><p>${one.inPreparation(words.forum.statuses[request.draft.status], monthName(request.draft.month, locale))}
              <a href="/staff/improvement-reviews/${request.draft.month}">${one.goToReview}</a></p><p class="words">${request.draft.rationale}</p></div>`
      }
    </div>
  </section>`;
}

export const decisionsStyles = css`
  .decisions {
    display: grid;
    gap: var(--_space-4);
  }
  .decisions:empty {
    display: none;
  }
  .decisions .what {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--_space-2);
    margin-bottom: 4px;
    font-size: 13px;
  }
`;
