import type { StaffFaqArticle } from '@teo-support/sdk';
import { css, html, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';

/** What came of an article, each figure with what it counts. */
export function figures({ figures: counted }: StaffFaqArticle, { words, locale }: Desk): TemplateResult {
  const told = words.faq.figures;
  const number = new Intl.NumberFormat(locale);
  const rows: readonly (readonly [string, number, string])[] = [
    [told.shown, counted.shown, told.shownMeans],
    [told.opened, counted.opened, told.openedMeans],
    [told.solved, counted.solved, told.solvedMeans],
    [told.helpful, counted.helpful, told.ratedMeans],
    [told.notHelpful, counted.notHelpful, told.ratedMeans],
  ];
  return html`<section class="panel" aria-labelledby="figures">
    <div class="panel-head"><h2 class="section-title" id="figures">${icon('views')}${told.title}</h2></div>
    <dl class="figures">${rows.map(
      ([name, value, means]) =>
        html`<div><dt>${name}</dt><dd class="value">${number.format(value)}</dd><dd class="means">${means}</dd></div>`,
    )}</dl>
  </section>`;
}

export const figuresStyles = css`
  .figures {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4);
  }
  .figures > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--_space-3);
  }
  .figures dt {
    font-weight: 550;
  }
  .figures .value {
    font: 650 var(--_size-l) / 1.2 var(--_font);
    font-variant-numeric: tabular-nums;
  }
  .figures .means {
    grid-column: 1 / -1;
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
`;
