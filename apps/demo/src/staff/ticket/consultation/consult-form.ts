import { type Service, services } from '@teo-support/core';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { staffStyles } from '../../design/staff-styles.js';
import { storedText } from '../../drafts/draft.js';
import { fieldError, textField } from '../../submission/text-field.js';
import { composerStyles, internalStyles } from '../composers/composer-styles.js';
import { TicketForm } from '../ticket-form.js';
import { servicesToAsk } from './consultations.js';

interface QuestionDraft {
  readonly service: Service | null;
  readonly question: string;
}

/** « Nous croisons régulièrement nos regards » : asks another service what it thinks. */
export class ConsultForm extends TicketForm {
  readonly #draft = this.draft<QuestionDraft>('consultation', {
    empty: () => ({ service: null, question: '' }),
    read: (stored) => {
      const question = storedText(stored, 'question');
      const service = storedText(stored, 'service');
      return question === null
        ? null
        : { question, service: services.find((value) => value === service) ?? null };
    },
  });

  /** The chosen service, or the first that can be asked; `null` when all of them owe a view. */
  #service(): Service | null {
    const asked = servicesToAsk(this.ticket);
    return asked.find((service) => service === this.#draft.value.service) ?? asked[0] ?? null;
  }

  protected override render() {
    const { words } = this.desk;
    const { consultation, domain } = words;
    const { question } = this.#draft.value;
    const { sending } = this.submission;
    const chosen = this.#service();
    const error = this.submission.at('/service');
    return html`<form novalidate aria-label=${consultation.open} @submit=${this.#submit}>
      <p class="seen-by">${consultation.seenBy}</p>
      ${
        chosen === null
          ? html`<p>${consultation.nobodyLeft}</p>`
          : html`<div class="field">
              <label class="label" for="service">${consultation.service}</label>
              <select class="input" id="service" aria-invalid=${error ? 'true' : 'false'} aria-describedby=${error ? 'service-error' : nothing} @change=${this.#choose}>
                ${servicesToAsk(this.ticket).map((service) => html`<option value=${service} .selected=${live(service === chosen)}>${domain.services[service]}</option>`)}
              </select>
              ${fieldError('service', error)}
            </div>`
      }
      ${textField({
        name: 'question',
        label: consultation.question,
        hint: consultation.questionHint,
        value: question,
        rows: 3,
        error: this.submission.at('/question'),
        onInput: (value) => this.#draft.change({ question: value }),
      })}
      ${this.problem()}
      <div class="actions">
        <span class="kept">${this.#draft.kept && question !== '' ? words.draft : nothing}</span>
        <button class="button note" aria-disabled=${sending || chosen === null ? 'true' : 'false'}>${sending ? consultation.sending : consultation.submit}</button>
      </div>
    </form>`;
  }

  readonly #choose = ({ target }: Event) => {
    if (!(target instanceof HTMLSelectElement)) return;
    this.#draft.change({ service: services.find((value) => value === target.value) ?? null });
  };

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { words, client } = this.desk;
    const service = this.#service();
    if (service === null) return;
    const draft = this.#draft.value;
    if (draft.question.trim() === '')
      return this.submission.refuse({ '/question': words.consultation.missing });
    const request = { service, question: draft.question };
    const work = () => client.staff.tickets.consult(this.ticket.id, request);
    if (await this.send(work, words.consultation.done)) this.#draft.clear(draft);
  };

  static override styles = [staffStyles, composerStyles, internalStyles];
}

customElements.define('consult-form', ConsultForm);
