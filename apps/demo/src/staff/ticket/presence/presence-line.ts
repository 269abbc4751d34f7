import type { PresentPerson } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';

/** Who else has the ticket open: those who write first. */
export function othersOn(ticketId: string, { live, member }: Desk): readonly PresentPerson[] {
  const others = live.present(ticketId).people.filter(({ id }) => id !== member.id);
  return [...others].sort((a, b) => Number(a.doing === 'reading') - Number(b.doing === 'reading'));
}

/** A line beneath the title that says who else is here, and what they do. */
export function presenceLine(ticketId: string, desk: Desk): TemplateResult | typeof nothing {
  const others = othersOn(ticketId, desk);
  const { presence } = desk.words;
  return others.length === 0
    ? nothing
    : html`<p class="presence">${icon('team')}<span class="visually-hidden">${presence.label}</span>${others.map(
        ({ name, doing }) => html`<span class=${doing}>${presence.doing[doing](name)}</span>`,
      )}</p>`;
}

export const presenceLineStyles = css`
  .presence {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--_space-3);
    margin: calc(-1 * var(--_space-3)) 0 var(--_space-4);
    color: var(--_ink-2);
    font-size: 13.5px;
  }
  .presence .answering {
    color: var(--_ink);
    font-weight: 600;
  }
`;
