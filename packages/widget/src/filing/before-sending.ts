import { declarationOf, priorityOf, targetOf } from '@teo-support/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { CollectedItem } from '../context/collect.js';
import { impactOf } from '../drafts/answers.js';
import type { Draft } from '../drafts/draft.js';
import { longDate } from '../locales/dates.js';
import { icon } from '../panel/all-icons.js';
import type { FullSession } from '../panel/full-session.js';

/** Read before sending: what follows from the answers, what the type makes one know, and what goes along. */
export function renderBeforeSending(
  draft: Draft,
  context: readonly CollectedItem[],
  session: FullSession,
  now: number,
  change: (draft: Draft) => void,
): TemplateResult {
  const { notice, attachesContext } = declarationOf(draft.type);
  const { words, domain } = session;
  return html`<section class="stack" aria-label=${words.form.before}>
    <h3>${words.form.before}</h3>
    ${renderOutcome(draft, session, now)}
    ${notice === null ? nothing : html`<p class="with-icon">${icon('undo')} <span>${domain.notices[notice]}</span></p>`}
    ${attachesContext && context.length > 0 ? renderContext(context, draft, session, change) : nothing}
  </section>`;
}

/** What follows from the answers, in words: the priority, its definition, and the date that is aimed for. */
function renderOutcome(
  draft: Draft,
  { domain, words, me, locale }: FullSession,
  now: number,
): TemplateResult {
  const impact = impactOf(draft);
  if (impact === null) return html`<p class="outcome soft" role="status">${words.form.answerImpact}</p>`;
  const priority = priorityOf(impact);
  const { name, definition } = domain.priorities[priority];
  return html`<div class="outcome stack" role="status">
    <p>
      <strong>${words.form.priority(name)}</strong>
      ${declarationOf(draft.type).asksImpact ? html`<br /><span class="soft">${definition}</span>` : nothing}
    </p>
    <p class="with-icon">${icon('clock')} <span>${words.form.target(longDate(targetOf(now, priority, me.policy), locale))}</span></p>
    <p class="hint">${words.form.days(me.policy.targetDays[priority], me.policy.calendar.kind === 'working_days')}</p>
  </div>`;
}

/** What goes along, in full, each item to be taken out or put back. */
function renderContext(
  items: readonly CollectedItem[],
  draft: Draft,
  { domain, words }: FullSession,
  change: (draft: Draft) => void,
): TemplateResult {
  return html`<section class="stack" aria-labelledby="context-title">
    <div>
      <h3 id="context-title">${words.form.context}</h3>
      <p class="hint">${words.form.contextHint}</p>
    </div>
    <dl class="context">
      ${items.map(({ id, key, name: own, value }) => {
        const { leftOut } = draft;
        const out = leftOut.includes(id);
        const toggle = () =>
          change({ ...draft, leftOut: out ? leftOut.filter((known) => known !== id) : [...leftOut, id] });
        const name = own ?? domain.contextKeys[key];
        return html`<div class=${out ? 'out' : ''}>
          <dt>${name}</dt>
          <dd>${out ? words.form.takenOut : value}</dd>
          <dd class="button-place">
            <button class="button quiet icon" type="button" aria-label=${out ? words.form.putBack(name) : words.form.takeOut(name)}
              @click=${toggle}>${icon(out ? 'reopen' : 'close')}</button>
          </dd>
        </div>`;
      })}
    </dl>
  </section>`;
}
