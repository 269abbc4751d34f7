import type { StaffImprovement } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import '../../administration/confirmation.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { dateWords } from '../../time/dates.js';
import { authorName } from '../author.js';
import { improvementAddress } from '../list/improvement-row.js';
import { needOf } from '../sentence.js';
import { unmergeQuestion } from './unmerge.js';

/** The requests that go on in this one, each with the way to take it apart again. */
export function mergedPanel(request: StaffImprovement, desk: Desk): TemplateResult | typeof nothing {
  const { words, locale, now } = desk;
  const { one, submitted, reference } = words.forum;
  if (request.merged.length === 0) return nothing;
  return html`<section class="panel" aria-labelledby="merged">
    <div class="panel-head"><h2 class="section-title" id="merged">${icon('merge')}${one.merged}</h2><p class="hint">${one.mergedLead}</p></div>
    <ul class="rows">${request.merged.map(
      (merged) => html`<li>
        <div class="main"><a class="name" href=${improvementAddress(merged.id)}>${needOf(merged, words)}</a>
          <p class="facts"><span>${reference(merged.number)}</span><span>${authorName(merged.author, words)}</span><span>${submitted(dateWords(merged.submittedAt, locale, now))}</span></p></div>
        <confirmed-action .desk=${desk} .question=${unmergeQuestion(merged, desk)}></confirmed-action>
      </li>`,
    )}</ul>
  </section>`;
}
