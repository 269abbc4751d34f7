import { declarationOf } from '@teo-support/core';
import type { StaffTicket } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import type { Words } from '../../locales/index.js';
import { compose } from '../composers/compose-request.js';

type Guided = Extract<NonNullable<StaffTicket['rollBack']>, { kind: 'guided' }>;

/** How far the requester has come with going back, or why they cannot. */
export function rollBackPanel(ticket: StaffTicket, { words }: Desk): TemplateResult | typeof nothing {
  const { rollBack } = ticket;
  if (!declarationOf(ticket.type).rolledBack && rollBack === null) return nothing;
  const possible = ticket.possible.includes('guide_roll_back');
  return html`<section class="card" aria-labelledby="roll-back">
    <h2 class="section-title" id="roll-back">${icon('undo')}${words.rollBack.title}</h2>
    ${rollBack === null ? html`<p class="muted below-title">${words.rollBack.none}</p>` : nothing}
    ${rollBack?.kind === 'guided' ? progress(rollBack, words) : nothing}
    ${
      rollBack?.kind === 'ruled_out'
        ? html`<p class="below-title with-icon"><strong>${words.rollBack.ruledOut}</strong></p><p class="told-reason">${rollBack.reason ?? words.domain.erased}</p>`
        : nothing
    }
    ${
      possible
        ? html`<button type="button" class="button below" @click=${compose('roll_back')}>${rollBack === null ? words.rollBack.open : words.rollBack.again}</button>`
        : nothing
    }
  </section>`;
}

function progress({ steps }: Guided, { rollBack, domain }: Words): TemplateResult {
  const done = steps.filter((step) => step.done).length;
  return html`<div class="progress below-title">
      <progress aria-label=${rollBack.title} max=${steps.length} .value=${done}></progress>
      <span>${rollBack.progress(done, steps.length)}</span>
    </div>
    <ol class="ticks">
      ${steps.map(
        ({ text, done: ticked }, index) => html`<li class=${ticked ? 'done' : ''}>
          <span class="tick" aria-hidden="true">${ticked ? icon('check') : index + 1}</span>
          <span>${text ?? domain.erased} <span class="visually-hidden">(${ticked ? rollBack.stepDone : rollBack.stepToDo})</span></span>
        </li>`,
      )}
    </ol>`;
}

export const rollBackPanelStyles = css`
  .progress {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    color: var(--_ink-2);
    font-size: var(--_size-s);
    white-space: nowrap;
  }
  progress {
    flex: 1;
    height: 8px;
    border: 0;
    border-radius: 999px;
    background: var(--_surface-3);
    appearance: none;
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--_surface-3);
  }
  progress::-webkit-progress-value {
    border-radius: 999px;
    background: var(--_success);
  }
  progress::-moz-progress-bar {
    background: var(--_success);
  }
  .ticks {
    display: grid;
    gap: 6px;
    margin-top: var(--_space-3);
    font-size: 13.5px;
    overflow-wrap: anywhere;
  }
  .ticks li {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: var(--_space-2);
  }
  .tick {
    display: grid;
    place-items: center;
    width: 20px;
    height: 20px;
    border-radius: 50%;
    background: var(--_surface-3);
    color: var(--_ink-2);
    font: 600 11px / 1 var(--_font);
  }
  .ticks .done .tick {
    background: var(--_success-soft);
    color: var(--_success);
  }
  .tick .icon {
    width: 12px;
    height: 12px;
  }
  .ticks .done {
    color: var(--_ink-2);
  }
  .told-reason {
    margin-top: 2px;
    font-size: 13.5px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
