import { declarationOf } from '@teo-support/core';
import { fieldWords } from '@teo-support/core/messages';
import type { StaffTicket } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import type { Words } from '../../locales/index.js';

/** What was chosen rather than written, the impact from which the priority follows, and what the page told. */
export function factsPanel(ticket: StaffTicket, { words }: Desk): TemplateResult {
  const { domain } = words;
  const chosen = declarationOf(ticket.type).fields.flatMap((field) => {
    const answer = ticket.answers[field.name];
    if (answer?.kind !== 'choice') return [];
    const { label, options } = fieldWords(domain, ticket.type, field.name);
    return [{ label, value: options?.[answer.choice] ?? answer.choice }];
  });
  return html`<h2 class="section-title" id="facts">${icon('inbox')}${words.ticket.facts}</h2>
    <dl class="facts">
      ${chosen.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}
      <dt>${words.ticket.impact}</dt>
      <dd>${impactWords(ticket, words)}</dd>
    </dl>
    ${
      ticket.context.length === 0
        ? nothing
        : html`<details>
            <summary>${words.ticket.context}</summary>
            <dl class="facts">${ticket.context.map(({ key, value }) => html`<dt>${domain.contextKeys[key]}</dt><dd class="told">${value ?? domain.erased}</dd>`)}</dl>
          </details>`
    }`;
}

function impactWords({ impact }: StaffTicket, { ticket }: Words): string {
  return impact.usable ? ticket.usable : `${ticket.unusable}, ${ticket.alternative[impact.alternative]}`;
}

export const factsPanelStyles = css`
  .facts {
    display: grid;
    gap: 1px;
    margin-top: var(--_space-2);
    font-size: 13.5px;
  }
  .facts dt {
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
  .facts dd {
    margin-bottom: 8px;
    overflow-wrap: anywhere;
  }
  .facts .told {
    font: 400 12.5px / 1.5 var(--_mono);
    white-space: pre-wrap;
  }
  summary {
    margin-top: 4px;
    border-radius: 4px;
    color: var(--_ink-2);
    font: 550 var(--_size-s) / 2 var(--_font);
    cursor: pointer;
  }
`;
