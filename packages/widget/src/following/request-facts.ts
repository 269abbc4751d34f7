import { declarationOf } from '@teo-support/core';
import type { AnswerView, RequesterTicket } from '@teo-support/core/contract';
import { fieldWords } from '@teo-support/core/messages';
import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../panel/session.js';

/** What the requester wrote, read back in the order of the form. */
export function renderRequest(ticket: RequesterTicket, session: Session): TemplateResult {
  const { domain, words } = session;
  const { impact } = ticket;
  return html`<dl class="answers">
    ${declarationOf(ticket.type).fields.map((field) => {
      const answer = ticket.answers[field.name];
      if (answer === undefined || field.name === 'subject') return nothing;
      const texts = fieldWords(domain, ticket.type, field.name);
      return html`<div>
        <dt>${texts.label}</dt>
        <dd class="words">${renderAnswer(answer, texts.options ?? {}, session)}</dd>
      </div>`;
    })}
    <div>
      <dt>${domain.impact.usableQuestion}</dt>
      <dd>${impact.usable ? domain.impact.usableYes : domain.impact.usableNo}</dd>
    </div>
    ${
      impact.usable
        ? nothing
        : html`<div>
            <dt>${domain.impact.alternativeQuestion}</dt>
            <dd>${domain.impact.alternatives[impact.alternative]}</dd>
          </div>`
    }
    ${
      ticket.context.length === 0
        ? nothing
        : html`<div>
            <dt>${words.ticket.context}</dt>
            ${ticket.context.map((item) => html`<dd class="small words">${domain.contextKeys[item.key]} : ${item.value ?? domain.erased}</dd>`)}
          </div>`
    }
  </dl>`;
}

function renderAnswer(
  answer: AnswerView,
  options: Readonly<Record<string, string>>,
  session: Session,
): TemplateResult | string {
  const { domain, words } = session;
  switch (answer.kind) {
    case 'text':
      return answer.text ?? domain.erased;
    case 'choice':
      return options[answer.choice] ?? answer.choice;
    case 'steps':
      return html`<ol>${answer.steps.map((step) => html`<li>${step ?? domain.erased}</li>`)}</ol>`;
    case 'images':
      if (answer.files.length === 0) {
        return answer.noneBecause === null ? words.ticket.none : words.ticket.noneBecause(answer.noneBecause);
      }
      return html`<teo-support-images .session=${session} .files=${answer.files}></teo-support-images>`;
  }
}
