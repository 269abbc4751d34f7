import { declarationOf, type Field } from '@teo-support/core';
import { fieldWords } from '@teo-support/core/messages';
import type { AnswerView, StaffTicket } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { dateWords } from '../../time/dates.js';

/** What was chosen from a list rather than told stands among the facts. */
const chosenFromList: ReadonlySet<Field['kind']> = new Set(['choice', 'training', 'feature']);

/** The request in the requester's own words: what they wrote and showed, in the order of the form. */
export function request(ticket: StaffTicket, desk: Desk): TemplateResult {
  const { words, locale, now } = desk;
  // The subject titles the page.
  const told = declarationOf(ticket.filedAs).fields.filter(
    (field) => field.name !== 'subject' && !chosenFromList.has(field.kind),
  );
  return html`<article class="card request" aria-labelledby="request">
    <header>
      <h2 id="request">${words.ticket.filed}</h2>
      <p class="muted">${words.ticket.by(ticket.requester.name, ticket.organization.name)} · ${words.ticket.filedAt(dateWords(ticket.filedAt, locale, now))}</p>
    </header>
    ${told.map((field) => answered(field, ticket, desk))}
  </article>`;
}

function answered(field: Field, ticket: StaffTicket, desk: Desk): TemplateResult | typeof nothing {
  const answer = ticket.answers[field.name];
  if (answer === undefined || leftOut(answer, field)) return nothing;
  const { label } = fieldWords(desk.words.domain, ticket.filedAs, field.name);
  return html`<section><h3>${label}</h3>${shown(answer, field, ticket, desk)}</section>`;
}

/** Pictures that nobody asked for and nobody sent. */
function leftOut(answer: AnswerView, field: Field): boolean {
  return answer.kind === 'images' && answer.files.length === 0 && field.kind === 'images' && !field.expected;
}

function shown(
  answer: AnswerView,
  field: Field,
  { answers }: StaffTicket,
  desk: Desk,
): TemplateResult | string {
  const { domain, ticket } = desk.words;
  switch (answer.kind) {
    case 'text':
      return field.name === 'errorText'
        ? html`<pre class="code">${answer.text ?? domain.erased}</pre>`
        : html`<p class="words">${answer.text ?? domain.erased}</p>`;
    case 'steps':
      return html`<ol class="followed">${answer.steps.map((step) => html`<li>${step ?? domain.erased}</li>`)}</ol>`;
    case 'images':
      return html`${
        answer.files.length > 0 && answer.noneBecause === null
          ? nothing
          : html`<p class="words">${ticket.noImages(answer.noneBecause ?? domain.erased)}</p>`
      }<ticket-images .desk=${desk} .files=${answer.files} .steps=${stepsIn(answers, domain.erased)}></ticket-images>`;
    case 'choice':
      return answer.choice;
    case 'training':
      return answer.title;
    case 'feature':
      return answer.name;
  }
}

/** What the pictures of a request are looked at beside. */
function stepsIn(answers: StaffTicket['answers'], erased: string): readonly string[] {
  return Object.values(answers).flatMap((answer) =>
    answer.kind === 'steps' ? answer.steps.map((step) => step ?? erased) : [],
  );
}

export const requestStyles = css`
  .request {
    display: grid;
    gap: var(--_space-4);
  }
  .request h3 {
    margin-bottom: 4px;
    color: var(--_ink-2);
    font: 600 var(--_size-s) / 1.4 var(--_font);
  }
  .followed {
    display: grid;
    gap: 4px;
    padding-left: 22px;
    list-style: decimal;
    font: 400 var(--_size-write) / 1.55 var(--_font);
    overflow-wrap: anywhere;
  }
  .followed li::marker {
    color: var(--_ink-2);
  }
  .code {
    margin: 0;
    padding: 10px var(--_space-3);
    border-radius: var(--_radius);
    background: var(--_surface-2);
    font: 400 13px / 1.55 var(--_mono);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
