import { type ContextKey, priorityOf, targetOf } from '@teo-support/core';
import { html, type TemplateResult } from 'lit';
import type { CollectedItem } from '../context/collect.js';
import { type Draft, impactOf } from '../drafts/draft.js';
import { longDate } from '../locales/dates.js';
import { icon } from '../panel/icons.js';
import type { Session } from '../panel/session.js';

/** What follows from the answers, in words: the priority, its definition, and the date that is aimed for. */
export function renderOutcome(
  draft: Draft,
  { domain, words, me, locale }: Session,
  now: number,
): TemplateResult {
  const impact = impactOf(draft);
  if (impact === null) return html`<p class="outcome soft" role="status">${words.form.answerImpact}</p>`;
  const priority = priorityOf(impact);
  const { name, definition } = domain.priorities[priority];
  return html`<div class="outcome stack" role="status">
    <p>
      <strong>${words.form.priority(name)}</strong><br />
      <span class="soft">${definition}</span>
    </p>
    <p class="with-icon">${icon('clock')} <span>${words.form.target(longDate(targetOf(now, priority, me.policy), locale))}</span></p>
    <p class="hint">${words.form.days(me.policy.targetDays[priority], me.policy.calendar.kind === 'working_days')}</p>
  </div>`;
}

/** What goes along, in full, each item to be taken out or put back. */
export function renderContext(
  items: readonly CollectedItem[],
  leftOut: readonly ContextKey[],
  { domain, words }: Session,
  toggle: (key: ContextKey) => void,
): TemplateResult {
  return html`<section class="stack" aria-labelledby="context-title">
    <div>
      <h3 id="context-title">${words.form.context}</h3>
      <p class="hint">${words.form.contextHint}</p>
    </div>
    <dl class="context">
      ${items.map(({ key, value }) => {
        const out = leftOut.includes(key);
        const name = domain.contextKeys[key];
        return html`<div class=${out ? 'out' : ''}>
          <dt>${name}</dt>
          <dd>${out ? words.form.takenOut : value}</dd>
          <dd class="button-place">
            <button class="button quiet icon" type="button" aria-label=${out ? words.form.putBack(name) : words.form.takeOut(name)}
              @click=${() => toggle(key)}>${icon(out ? 'reopen' : 'close')}</button>
          </dd>
        </div>`;
      })}
    </dl>
  </section>`;
}
