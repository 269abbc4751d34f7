import type { StaffImprovement } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { dateWords } from '../../time/dates.js';
import { authorName } from '../author.js';
import { isImplemented } from './possible.js';

/** Where téo has an implemented request by now, and whether it does what those who wanted it needed. */
export function fitPanel(request: StaffImprovement, desk: Desk): TemplateResult | typeof nothing {
  if (!isImplemented(request)) return nothing;
  const { words, locale, now } = desk;
  const { one } = words.forum;
  const { implementation, fit } = request;
  return html`<section class="panel" aria-labelledby="fit">
    <div class="panel-head"><h2 class="section-title" id="fit">${icon('check')}${one.fit}</h2></div>
    <div class="inside listed">
      ${
        implementation === null
          ? nothing
          : html`<p>${one.implementedIn(implementation.release)}
              ${implementation.article === null ? nothing : html`· ${one.explainedBy} <a href="/staff/faq/${encodeURIComponent(implementation.article.id)}">${implementation.article.title}</a>`}</p>`
      }
      ${
        fit.yes + fit.no === 0
          ? html`<p class="muted">${one.fitNobody}</p>`
          : html`<p class="told"><span class="with-icon tone-met">${icon('check')}${one.fitYes(fit.yes)}</span><span class="with-icon tone-late">${icon('close')}${one.fitNo(fit.no)}</span></p>`
      }
      <ul class="remarks">${fit.remarks.map(
        ({ author, fits, remark, at }) => html`<li>
          <p class="by">${fits ? one.fits : one.fitsNot} · ${authorName(author, words)} · ${dateWords(at, locale, now)}</p>
          <p class="words">${remark ?? one.erasedComment}</p></li>`,
      )}</ul>
    </div>
  </section>`;
}

export const fitStyles = css`
  .told {
    display: flex;
    gap: var(--_space-4);
    font: 650 var(--_size-l) / 1.3 var(--_font);
  }
  .remarks {
    display: grid;
    gap: var(--_space-3);
  }
  .remarks:empty {
    display: none;
  }
`;
