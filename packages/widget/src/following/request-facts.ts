import { declarationOf } from '@teo-support/core';
import type { AnswerView, RequesterTicket } from '@teo-support/core/contract';
import { fieldWords } from '@teo-support/core/messages';
import { html, nothing, type TemplateResult } from 'lit';
import { dayDate } from '../locales/days.js';
import type { FullSession } from '../panel/full-session.js';

/** What the requester wrote, read back in the order of the form. */
export function renderRequest(ticket: RequesterTicket, session: FullSession): TemplateResult {
  const { domain } = session;
  const words = session.following.ticket;
  const { impact } = ticket;
  const declaration = declarationOf(ticket.filedAs);
  return html`<dl class="answers">
    ${declaration.fields.map((field) => {
      const answer = ticket.answers[field.name];
      if (answer === undefined || field.name === 'subject') return nothing;
      const texts = fieldWords(domain, ticket.filedAs, field.name);
      return html`<div>
        <dt>${texts.label}</dt>
        <dd class="words">${renderAnswer(answer, texts.options ?? {}, session)}</dd>
      </div>`;
    })}
    ${
      declaration.asksImpact
        ? html`<div>
            <dt>${domain.impact.usableQuestion}</dt>
            <dd>${impact.usable ? domain.impact.usableYes : domain.impact.usableNo}</dd>
          </div>`
        : nothing
    }
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
            <dt>${words.context}</dt>
            ${ticket.context.map((item) => html`<dd class="small words">${domain.contextKeys[item.key]} · ${item.value ?? domain.erased}</dd>`)}
          </div>`
    }
  </dl>`;
}

function renderAnswer(
  answer: AnswerView,
  options: Readonly<Record<string, string>>,
  session: FullSession,
): TemplateResult | string {
  const { domain } = session;
  const words = session.following.ticket;
  switch (answer.kind) {
    case 'text':
      return answer.text ?? domain.erased;
    case 'choice':
      return options[answer.choice] ?? answer.choice;
    case 'steps':
      return html`<ol>${answer.steps.map((step) => html`<li>${step ?? domain.erased}</li>`)}</ol>`;
    case 'training':
      return `${answer.title}, ${dayDate(answer.deliveredOn, session.locale)}`;
    case 'feature':
      return answer.name;
    case 'images':
      if (answer.files.length === 0 && answer.noneBecause === null) return words.none;
      return html`${answer.noneBecause === null ? nothing : words.noneBecause(answer.noneBecause)}
        <teo-support-images .session=${session} .files=${answer.files}></teo-support-images>`;
  }
}
