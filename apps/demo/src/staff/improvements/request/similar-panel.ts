import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { statusBadge } from '../badges.js';
import { improvementAddress } from '../list/improvement-row.js';
import { needOf } from '../sentence.js';
import type { LoadedRequest } from './loaded-request.js';

/** Requests that ask for the same, or nearly. */
export function similarPanel(similar: LoadedRequest['similar'], { words }: Desk): TemplateResult {
  const { one, reference, votes } = words.forum;
  return html`<section class="panel" aria-labelledby="similar">
    <div class="panel-head"><h2 class="section-title" id="similar">${icon('link')}${one.similar}</h2></div>
    ${
      similar.length === 0
        ? html`<p class="none">${one.noneSimilar}</p>`
        : html`<ul class="rows">${similar.map(
            ({ improvement, alike }) => html`<li><div class="main">
              <a class="name" href=${improvementAddress(improvement.id)}>${needOf(improvement, words)}</a>
              <p class="facts"><span>${reference(improvement.number)}</span><span>${votes(improvement.votes)}</span>${statusBadge(improvement.status, words)}</p>
              ${alike ? html`<p class="facts with-icon">${icon('check')}${one.alike}</p>` : nothing}
            </div></li>`,
          )}</ul>`
    }
  </section>`;
}
