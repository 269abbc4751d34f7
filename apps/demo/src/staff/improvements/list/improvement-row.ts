import type { StaffImprovementSummary } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { moduleName } from '../../locales/module-name.js';
import { dateWords } from '../../time/dates.js';
import { authorName } from '../author.js';
import { standingBadges } from '../badges.js';
import { needOf } from '../sentence.js';

export function improvementAddress(id: string): string {
  return `/staff/improvements/${encodeURIComponent(id)}`;
}

/**
 * One request in a list: what it asks for, who wants it, and where it stands.
 * @param actions what can be done with it right there
 */
export function improvementRow(
  item: StaffImprovementSummary,
  { words, locale, now }: Desk,
  actions: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const { forum } = words;
  const { mergedInto } = item;
  return html`<li class=${actions === nothing ? 'whole' : ''}>
    <p class="wanted"><strong aria-hidden="true">${item.votes}</strong><span class="visually-hidden">${forum.votes(item.votes)}</span><span class="of" aria-hidden="true">${forum.votes(item.votes).replace(/^\d+ /, '')}</span></p>
    <div class="main">
      <a class="name" href=${improvementAddress(item.id)}>${needOf(item, words)}</a>
      <div class="facts">
        <span>${forum.reference(item.number)}</span><span>${moduleName(words, item.module)}</span>
        <span>${forum.organizations(item.organizations)}</span>
        ${item.comments === 0 ? nothing : html`<span>${forum.comments(item.comments)}</span>`}
        <span>${authorName(item.author, words)}</span><span>${forum.submitted(dateWords(item.submittedAt, locale, now))}</span>
      </div>
      ${mergedInto === null ? nothing : html`<p class="facts">${forum.one.mergedInto} ${forum.reference(mergedInto.number)}</p>`}
    </div>
    <div class="badges">${standingBadges(item, words)}</div>
    ${actions}
  </li>`;
}

export const improvementRowStyles = css`
  .rows > li {
    position: relative;
    flex-wrap: nowrap;
  }
  .rows .wanted {
    flex: 0 0 58px;
    text-align: center;
  }
  .rows .wanted strong {
    display: block;
    font: 650 var(--_size-l) / 1.2 var(--_font);
    font-variant-numeric: tabular-nums;
  }
  .rows .wanted .of {
    color: var(--_ink-2);
    font-size: 12px;
  }
  .rows a.name {
    color: var(--_ink);
    text-decoration: none;
  }
  .rows a.name:hover {
    text-decoration: underline;
  }
  .rows > li.whole:hover {
    background: var(--_surface-2);
  }
  .rows > li.whole a.name::after {
    position: absolute;
    inset: 0;
    content: '';
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 4px;
    max-width: 280px;
  }
  .badges .badge {
    white-space: normal;
  }
  @media (max-width: 760px) {
    .rows > li {
      flex-wrap: wrap;
      align-items: flex-start;
    }
    .rows > li .main {
      flex: 1 1 200px;
    }
    .badges {
      justify-content: flex-start;
      max-width: none;
    }
    .rows > li > :not(.wanted, .main) {
      margin-left: 74px;
    }
  }
`;
