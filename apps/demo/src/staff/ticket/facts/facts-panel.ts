import { declarationOf, isEntitled } from '@teo-support/core';
import { type FieldWords, fieldWords } from '@teo-support/core/messages';
import type { AnswerView, StaffTicket } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import type { Words } from '../../locales/index.js';
import { dayWords } from '../../time/dates.js';

/** What was chosen rather than written, the impact from which the priority follows, and what the page told. */
export function factsPanel(ticket: StaffTicket, desk: Desk): TemplateResult {
  const { words } = desk;
  const { domain } = words;
  const chosen = chosenAnswers(ticket, desk);
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

/** What was chosen when the ticket was filed, and what a requalification has linked it to since. */
function chosenAnswers(
  ticket: StaffTicket,
  desk: Desk,
): { readonly label: string; readonly value: string }[] {
  const { domain } = desk.words;
  const types = ticket.type === ticket.filedAs ? [ticket.type] : [ticket.filedAs, ticket.type];
  return types.flatMap((type) =>
    declarationOf(type).fields.flatMap((field) => {
      // Names such as `module` mean the same in each type; what a later type asks anew is a link.
      if (type !== ticket.filedAs && !isEntitled(field)) return [];
      const answer = ticket.answers[field.name];
      const { label, options } = fieldWords(domain, type, field.name);
      const value = answer === undefined ? null : chosenWords(answer, options, desk);
      return value === null ? [] : [{ label, value }];
    }),
  );
}

function chosenWords(answer: AnswerView, options: FieldWords['options'], desk: Desk): string | null {
  switch (answer.kind) {
    case 'choice':
      return options?.[answer.choice] ?? answer.choice;
    case 'training':
      return desk.words.ticket.training(answer.title, dayWords(answer.deliveredOn, desk.locale));
    case 'feature':
      return answer.name;
    default:
      return null;
  }
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
