import type { StaffImprovement } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import '../../administration/confirmation.js';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import './implementation-form.js';
import './merge-form.js';
import './moderation-form.js';
import { isHideable, isImplemented, isMergeable } from './possible.js';
import { unmergeQuestion } from './unmerge.js';

/** What the team can do with a request: never what the server would refuse. */
export function stepsPanel(request: StaffImprovement, desk: Desk): TemplateResult {
  const { one } = desk.words.forum;
  const { hidden, mergedInto, implementation } = request;
  return html`<section class="panel" aria-labelledby="steps">
    <div class="panel-head"><h2 class="section-title" id="steps">${icon('play')}${one.steps}</h2></div>
    <div class="inside">
      ${isImplemented(request) && implementation === null ? html`<p class="notice warning">${one.implementationMissing}</p>` : nothing}
      <div class="actions">
        ${isImplemented(request) ? html`<improvement-implementation-form .desk=${desk} .request=${request}></improvement-implementation-form>` : nothing}
        ${isMergeable(request) ? html`<improvement-merge-form .desk=${desk} .request=${request}></improvement-merge-form>` : nothing}
        ${mergedInto === null ? nothing : html`<confirmed-action .desk=${desk} .question=${unmergeQuestion(request, desk)}></confirmed-action>`}
        ${isHideable(request) || hidden !== null ? html`<improvement-moderation-form .desk=${desk} .request=${request}></improvement-moderation-form>` : nothing}
      </div>
    </div>
  </section>`;
}
