import type { StaffTicket } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { priorityMark, typeMark } from '../marks.js';
import '../priority/priority-form.js';
import '../requalification/requalification-form.js';

/** What kind of ticket it is and how pressing, each with the way to say otherwise. */
export function classificationPanel(ticket: StaffTicket, desk: Desk): TemplateResult {
  const { words } = desk;
  const { classification, domain } = words;
  const filedAs = ticket.filedAs === ticket.type ? null : domain.ticketTypes[ticket.filedAs].name;
  return html`<section class="card" aria-labelledby="classification">
    <h2 class="section-title" id="classification">${icon('tag')}${classification.title}</h2>
    <dl class="rows">
      <div>
        <dt>${classification.type}</dt>
        <dd>${typeMark(ticket.type, words)}${filedAs === null ? nothing : html`<span class="was">${classification.filedAs(filedAs)}</span>`}</dd>
        ${ticket.possible.includes('requalify') ? html`<dd class="act"><requalification-form .desk=${desk} .ticket=${ticket}></requalification-form></dd>` : nothing}
      </div>
      <div>
        <dt>${classification.priority}</dt>
        <dd>${priorityMark(ticket.priority, words)}</dd>
        ${ticket.possible.includes('reprioritise') ? html`<dd class="act"><priority-form .desk=${desk} .ticket=${ticket}></priority-form></dd>` : nothing}
      </div>
    </dl>
  </section>`;
}

export const classificationPanelStyles = css`
  .rows {
    display: grid;
    gap: var(--_space-2);
    margin-top: var(--_space-2);
    font-size: 13.5px;
  }
  .rows > div {
    display: grid;
    grid-template-columns: 50px minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--_space-2);
    min-height: 32px;
  }
  .rows dt {
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
  .rows .was {
    display: block;
    margin-left: 22px;
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
`;
