import { css, html, nothing, type TemplateResult } from 'lit';
import { staffStyles } from '../../design/staff-styles.js';
import { readText } from '../../drafts/draft.js';
import { icon } from '../../icons/icon.js';
import { textField } from '../../submission/text-field.js';
import { compose } from '../composers/compose-request.js';
import { composerStyles } from '../composers/composer-styles.js';
import { ticketLink } from '../related/ticket-link.js';
import { TicketForm } from '../ticket-form.js';

/** A ticket is resolved with words that the requester reads, never by a click alone. */
export class ResolutionForm extends TicketForm {
  readonly #draft = this.draft('resolution', { empty: () => ({ text: '' }), read: readText });

  protected override render() {
    const { words } = this.desk;
    const { resolution } = words;
    const { sending } = this.submission;
    const { text } = this.#draft.value;
    const refusal = this.refusal('resolve');
    return html`<form novalidate aria-label=${resolution.title} @submit=${this.#submit}>
      <p class="seen-by">${words.answer.seenBy(this.ticket.requester.name, this.ticket.organization.name)}</p>
      ${refusal === null ? nothing : this.#refused(refusal)}
      ${this.#carried()}
      ${textField({
        name: 'resolution',
        label: resolution.label,
        hint: resolution.hint,
        rows: 3,
        value: text,
        error: this.submission.at('/resolution'),
        onInput: (value) => this.#draft.change({ text: value }),
      })}
      ${this.problem()}
      <div class="actions">
        <span class="kept">${this.#draft.kept && text !== '' ? words.draft : nothing}</span>
        <button class="button primary" aria-disabled=${sending || refusal !== null ? 'true' : 'false'} aria-describedby=${refusal === null ? nothing : 'refusal'}>${sending ? resolution.sending : resolution.submit}</button>
      </div>
    </form>`;
  }

  #refused(refusal: string): TemplateResult {
    const { resolving } = this.desk.words;
    return html`<div class="notice warning">
      <p class="with-icon" id="refusal">${icon('lock')}<span>${refusal}</span></p>
      ${
        this.allows('guide_roll_back')
          ? html`<p><button type="button" class="button" @click=${compose('roll_back')}>${resolving.toRollBack}</button></p>`
          : nothing
      }
    </div>`;
  }

  /** Said before: the same words go to other requesters, too. */
  #carried(): TemplateResult | typeof nothing {
    const { carries } = this.ticket;
    if (carries.length === 0) return nothing;
    const { words } = this.desk;
    return html`<div class="notice">
      <p>${words.resolving.carries(carries.length)}</p>
      <ul class="carried">${carries.map((ref) => html`<li>${ticketLink(ref, words)}</li>`)}</ul>
    </div>`;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    if (!this.allows('resolve')) return;
    const { client, words } = this.desk;
    const { id, version } = this.ticket;
    const draft = this.#draft.value;
    if (draft.text.trim() === '') {
      return this.submission.refuse({ '/resolution': words.resolution.missing });
    }
    const request = { resolution: draft.text };
    const work = () => client.staff.tickets.resolve(id, request, { ifMatch: version });
    if (await this.send(work, words.resolution.done)) this.#draft.clear(draft);
  };

  static override styles = [
    staffStyles,
    composerStyles,
    css`
      .carried {
        display: grid;
        gap: 2px;
      }
      .notice .icon {
        color: var(--_warning);
      }
    `,
  ];
}

customElements.define('resolution-form', ResolutionForm);
