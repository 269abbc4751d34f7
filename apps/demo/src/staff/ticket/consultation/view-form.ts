import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { staffStyles } from '../../design/staff-styles.js';
import { readText } from '../../drafts/draft.js';
import { textField } from '../../submission/text-field.js';
import { composerStyles, internalStyles } from '../composers/composer-styles.js';
import { TicketForm } from '../ticket-form.js';
import { type ToldConsultation, toldConsultations } from './consultations.js';

/** Someone of a service that was asked gives its view. */
export class ViewForm extends TicketForm {
  static override properties = { ...TicketForm.properties, chosen: { state: true } };
  /** Which question is answered, when several wait for services of the same person. */
  declare chosen: number | null;
  readonly #draft = this.draft('view', { empty: () => ({ text: '' }), read: readText });

  constructor() {
    super();
    this.chosen = null;
  }

  #open(): readonly ToldConsultation[] {
    const { services } = this.desk.member;
    return toldConsultations(this.ticket).filter(
      ({ answered, service }) => answered === undefined && services.includes(service),
    );
  }

  protected override render() {
    const { words } = this.desk;
    const { consultation } = words;
    const open = this.#open();
    const asked = open.find(({ number }) => number === this.chosen) ?? open[0];
    if (asked === undefined) return nothing;
    const { text } = this.#draft.value;
    const { sending } = this.submission;
    return html`<form novalidate aria-label=${words.composer.modes.view} @submit=${(event: Event) => this.#submit(event, asked)}>
      ${open.length > 1 ? this.#choice(open, asked) : nothing}
      ${this.#question(asked)}
      ${textField({
        name: 'text',
        label: consultation.view,
        hint: consultation.seenBy,
        value: text,
        rows: 3,
        error: this.submission.at('/answer'),
        onInput: (value) => this.#draft.change({ text: value }),
      })}
      ${this.problem()}
      <div class="actions">
        <span class="kept">${this.#draft.kept && text !== '' ? words.draft : nothing}</span>
        <button class="button note" aria-disabled=${sending}>${sending ? consultation.sending : consultation.giveView}</button>
      </div>
    </form>`;
  }

  #choice(open: readonly ToldConsultation[], chosen: ToldConsultation): TemplateResult {
    const { consultation, domain } = this.desk.words;
    return html`<div class="field">
      <label class="label" for="which">${consultation.which}</label>
      <select class="input" id="which" @change=${({ target }: Event) => {
        if (target instanceof HTMLSelectElement) this.chosen = Number(target.value);
      }}>
        ${open.map(({ number, service }) => html`<option value=${number} .selected=${live(number === chosen.number)}>${domain.services[service]}</option>`)}
      </select>
    </div>`;
  }

  #question({ asked, service }: ToldConsultation): TemplateResult | typeof nothing {
    if (asked === undefined) return nothing;
    const { consultation, domain } = this.desk.words;
    const name = domain.services[service].toLocaleLowerCase(domain.locale);
    return html`<figure class="question">
      <figcaption>${consultation.asks(asked.by.name, name)}</figcaption>
      <blockquote class="words">${asked.question ?? domain.erased}</blockquote>
    </figure>`;
  }

  readonly #submit = async (event: Event, { number }: ToldConsultation) => {
    event.preventDefault();
    const { words, client } = this.desk;
    const draft = this.#draft.value;
    if (draft.text.trim() === '')
      return this.submission.refuse({ '/answer': words.consultation.viewMissing });
    const request = { consultation: number, answer: draft.text };
    const work = () => client.staff.tickets.answerConsultation(this.ticket.id, request);
    if (!(await this.send(work, words.consultation.viewDone))) return;
    this.#draft.clear(draft);
    this.chosen = null;
  };

  static override styles = [
    staffStyles,
    composerStyles,
    internalStyles,
    css`
      .question {
        padding-left: var(--_space-3);
        border-left: 3px solid var(--_note-line);
      }
      .question figcaption {
        color: var(--_note);
        font: 600 var(--_size-s) / 1.5 var(--_font);
      }
      blockquote {
        margin: 0;
      }
    `,
  ];
}

customElements.define('view-form', ViewForm);
