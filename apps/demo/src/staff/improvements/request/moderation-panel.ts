import type { StaffImprovement } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { dateWords } from '../../time/dates.js';

/** The trace of what was hidden or restored, by whom and why; the latest first. */
export function moderationPanel(
  { moderation }: StaffImprovement,
  { words, locale, now }: Desk,
): TemplateResult | typeof nothing {
  if (moderation.length === 0) return nothing;
  const { one } = words.forum;
  return html`<section class="panel" aria-labelledby="moderation">
    <div class="panel-head"><h2 class="section-title" id="moderation">${icon('lock')}${one.moderation}</h2></div>
    <ol class="rows">${moderation.toReversed().map(
      ({ at, by, act, comment, reason }) => html`<li><div class="main">
        <p>${one.acts[act](by.name, dateWords(at, locale, now))} <span class="muted">(${comment === null ? one.whatRequest : one.whatComment})</span></p>
        <p class="muted">${reason}</p></div></li>`,
    )}</ol>
  </section>`;
}
