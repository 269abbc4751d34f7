import { css, html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../locales/index.js';
import { differences } from '../article/differences.js';
import { differenceParts } from '../article/editions.js';
import type { FieldName } from './article-form.js';
import type { Editing } from './editing.js';
import { fieldWords } from './field-words.js';

/** Where two people wrote the same passage: both texts, and the choice between them. */
export function conflictPanel(editing: Editing, words: Words): TemplateResult | typeof nothing {
  const { editor } = words.faq;
  const { conflicts } = editing;
  if (conflicts.length === 0) return nothing;
  return html`<section class="panel conflicts" aria-labelledby="conflicts">
    <div class="panel-head"><h2 class="section-title" id="conflicts" tabindex="-1">${editor.conflict}</h2><p class="hint">${editor.conflictText}</p></div>
    <ul>${conflicts.map((field) => oneConflict(field, editing, words))}</ul>
  </section>`;
}

function oneConflict(field: FieldName, editing: Editing, words: Words): TemplateResult {
  const { editor, editions } = words.faq;
  const name = fieldWords(words, field);
  const [mine, theirs] = [editing.form[field], editing.theirs[field] ?? ''];
  return html`<li>
    <h3>${name}</h3>
    <div class="both">
      <div><p class="whose">${editor.mine}</p><p class="said">${mine === '' ? editor.empty : mine}</p>
        <button type="button" class="button" aria-label=${editor.keepMineOf(name)} @click=${() => editing.choose(field, 'mine')}>${editor.keepMine}</button></div>
      <div><p class="whose">${editor.theirs}</p><p class="said">${theirs === '' ? editor.empty : differenceParts(differences(mine, theirs), editions)}</p>
        <button type="button" class="button" aria-label=${editor.takeTheirsOf(name)} @click=${() => editing.choose(field, 'theirs')}>${editor.takeTheirs}</button></div>
    </div>
  </li>`;
}

export const conflictPanelStyles = css`
  .conflicts {
    margin-bottom: var(--_space-4);
    border-color: var(--_warning);
  }
  .conflicts li {
    display: grid;
    gap: var(--_space-2);
    padding: var(--_space-4);
    border-bottom: 1px solid var(--_line);
  }
  .conflicts li:last-child {
    border-bottom: 0;
  }
  .conflicts h3 {
    font: 650 var(--_size) / 1.35 var(--_font);
  }
  .both {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--_space-4);
  }
  .both > div {
    display: grid;
    align-content: start;
    justify-items: start;
    gap: var(--_space-2);
    min-width: 0;
  }
  .whose {
    color: var(--_ink-2);
    font: 550 var(--_size-s) / 1.4 var(--_font);
  }
  .said {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  @media (max-width: 600px) {
    .both {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
