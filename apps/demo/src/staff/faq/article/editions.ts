import type { StaffFaqArticle } from '@teo-support/sdk';
import { css, html, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { dateWords } from '../../time/dates.js';
import { fieldWords } from '../editor/field-words.js';
import { changedFields, type Difference } from './differences.js';
import { namesOf } from './names.js';

/** Every edition that was published, latest first, with what changed from the one before. */
export function editions({ editions: all }: StaffFaqArticle, desk: Desk): TemplateResult {
  const { faq } = desk.words;
  return html`<section class="panel" aria-labelledby="editions">
    <div class="panel-head"><h2 class="section-title" id="editions">${icon('clock')}${faq.editions.title}</h2></div>
    ${
      all.length === 0
        ? html`<p class="none">${faq.editions.none}</p>`
        : html`<ol class="editions" reversed>${all.map((edition, place) => oneEdition(edition, all[place + 1], desk))}</ol>`
    }
  </section>`;
}

type Edition = StaffFaqArticle['editions'][number];

function oneEdition(edition: Edition, before: Edition | undefined, desk: Desk): TemplateResult {
  const { words, locale, now } = desk;
  const { editions: told } = words.faq;
  const date = dateWords(edition.publishedAt, locale, now);
  const changed = before === undefined ? [] : changedFields(before.content, edition.content);
  return html`<li>
    <p class="name">${told.edition(edition.edition)}</p>
    <p class="muted">${told.by(namesOf(edition.authors), edition.reviewer.name, date)}</p>
    ${
      before === undefined
        ? html`<p class="muted">${told.whole}</p>`
        : changed.length === 0
          ? html`<p class="muted">${told.same}</p>`
          : html`<details><summary>${told.changes}</summary>
              <dl>${changed.map(
                ({ field, parts }) =>
                  html`<div><dt>${fieldWords(words, field)}</dt><dd>${differenceParts(parts, told)}</dd></div>`,
              )}</dl></details>`
    }
  </li>`;
}

/** A text with what was added and taken away, told apart without colour, and aloud. */
export function differenceParts(
  parts: readonly Difference[],
  told: { readonly added: string; readonly removed: string },
): TemplateResult {
  return html`<span class="difference">${parts.map(({ kind, text }) => {
    if (kind === 'same') return text;
    return kind === 'added'
      ? html`<ins><span class="visually-hidden">${told.added}</span>${text}</ins>`
      : html`<del><span class="visually-hidden">${told.removed}</span>${text}</del>`;
  })}</span>`;
}

export const differenceStyles = css`
  .difference {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .difference ins {
    background: var(--_success-soft);
    color: var(--_success);
    text-decoration: underline;
  }
  .difference del {
    background: var(--_danger-soft);
    color: var(--_danger);
    text-decoration: line-through;
  }
`;

export const editionsStyles = css`
  .editions > li {
    display: grid;
    gap: 2px;
    padding: var(--_space-3) var(--_space-4);
    border-bottom: 1px solid var(--_line);
    font-size: 13.5px;
  }
  .editions > li:last-child {
    border-bottom: 0;
  }
  .editions .name {
    font-weight: 600;
  }
  .editions summary {
    min-height: 32px;
    padding-block: 5px;
    color: var(--_accent);
    font-weight: 550;
    cursor: pointer;
  }
  .editions dl {
    display: grid;
    gap: var(--_space-3);
  }
  .editions dt {
    color: var(--_ink-2);
    font: 550 var(--_size-s) / 1.4 var(--_font);
  }
`;
