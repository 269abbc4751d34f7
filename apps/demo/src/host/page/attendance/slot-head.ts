import { html, type TemplateResult } from 'lit';
import type { Half, SlotView } from '../../attendance/sheet.js';
import type { AttendanceWords } from './words.js';

interface SlotActions {
  readonly editing: boolean;
  readonly edit: (editing: boolean) => void;
  readonly save: (start: string, end: string) => void;
  readonly inviteAgain: () => void;
}

/** The head of a half-day's column: its hours, how many have signed, and what can be done about it. */
export function slotHead(
  half: Half,
  slot: SlotView,
  words: AttendanceWords,
  actions: SlotActions,
): TemplateResult {
  const name = words.halves[half];
  const signed = slot.signatures.filter(({ state }) => state === 'signed').length;
  return html`<th scope="col" class="slot">
    <div class="slot-name"><strong>${name}</strong><span>${slot.start}–${slot.end}</span></div>
    <small>${words.sentAt(slot.sentAt.slice(11))} · ${words.signatures(signed, slot.signatures.length)}</small>
    ${
      actions.editing
        ? html`<form class="hours" aria-label=${words.hoursOf(name)} @submit=${(event: SubmitEvent) => save(event, actions)}>
            <label>${words.start}<input class="input" type="time" name="start" .value=${slot.start} required></label>
            <label>${words.end}<input class="input" type="time" name="end" .value=${slot.end} required></label>
            <button class="button primary">${words.save}</button>
            <button type="button" class="button quiet" @click=${() => actions.edit(false)}>${words.cancel}</button>
          </form>`
        : html`<div class="slot-actions">
            <button type="button" class="button" aria-label=${words.hoursOf(name)} @click=${() => actions.edit(true)}>${words.changeHours}</button>
            <button type="button" class="button" aria-label=${words.inviteAgainOf(name)} @click=${actions.inviteAgain}>${words.inviteAgain}</button>
          </div>`
    }
  </th>`;
}

function save(event: SubmitEvent, actions: SlotActions): void {
  event.preventDefault();
  if (!(event.target instanceof HTMLFormElement)) return;
  const hours = new FormData(event.target);
  actions.save(String(hours.get('start')), String(hours.get('end')));
}
