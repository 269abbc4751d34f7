import type { StaffTicket } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { dateWords } from '../../time/dates.js';
import { compose } from '../composers/compose-request.js';
import { offeredModes } from '../composers/composer-mode.js';
import { type ToldConsultation, toldConsultations } from './consultations.js';

/** Which services have looked at the ticket besides its own, and whose view is awaited. */
export function consultationsPanel(ticket: StaffTicket, desk: Desk): TemplateResult {
  const { consultation, composer } = desk.words;
  const told = toldConsultations(ticket);
  const mine = offeredModes(ticket, desk.member).includes('view');
  return html`<section class="card" aria-labelledby="views">
    <h2 class="section-title" id="views">${icon('views')}${consultation.title}</h2>
    ${
      told.length === 0
        ? html`<p class="muted below-title">${consultation.none}</p>`
        : html`<ul class="views">${told.map((each) => oneView(each, desk))}</ul>`
    }
    ${mine ? html`<button type="button" class="button primary below" @click=${compose('view')}>${composer.modes.view}</button>` : nothing}
    ${ticket.possible.includes('consult') ? html`<button type="button" class="button below" @click=${compose('consult')}>${consultation.open}</button>` : nothing}
  </section>`;
}

function oneView({ service, asked, answered }: ToldConsultation, { words, locale, now }: Desk) {
  const { consultation, domain } = words;
  const text =
    answered !== undefined
      ? consultation.given(answered.by.name, dateWords(answered.at, locale, now))
      : asked === undefined
        ? ''
        : consultation.awaited(dateWords(asked.at, locale, now));
  return html`<li>
    <span class=${answered === undefined ? 'sign tone-soon' : 'sign tone-met'}>${icon(answered === undefined ? 'clock' : 'check')}</span>
    <span><strong>${domain.services[service]}</strong><span class="muted when">${text}</span></span>
  </li>`;
}

export const consultationsPanelStyles = css`
  .views {
    display: grid;
    gap: var(--_space-2);
    margin-top: var(--_space-2);
    font-size: 13.5px;
  }
  .views li {
    display: grid;
    grid-template-columns: 18px minmax(0, 1fr);
    gap: var(--_space-2);
  }
  .views .sign .icon {
    margin-top: 2px;
  }
  .views strong {
    font-weight: 600;
  }
  .views .when {
    display: block;
    font-size: var(--_size-s);
  }
`;
