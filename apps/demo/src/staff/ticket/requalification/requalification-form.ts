import { declarationOf, type EntitledField, type TicketType } from '@teo-support/core';
import { fieldWords } from '@teo-support/core/messages';
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { dialogStyles } from '../../design/dialog-styles.js';
import { staffStyles } from '../../design/staff-styles.js';
import { fieldError, textField } from '../../submission/text-field.js';
import { dayWords } from '../../time/dates.js';
import { DialogForm } from '../dialog/dialog-form.js';
import { markStyles, typeMark } from '../marks.js';
import {
  linkChoices,
  linkField,
  type RequalificationDraft,
  readRequalification,
} from './requalification-draft.js';

/** Another type than the one that was filed, with the reason that the requester reads. */
export class RequalificationForm extends DialogForm {
  readonly #draft = this.draft<RequalificationDraft>('requalification', {
    empty: () => ({ type: null, reason: '', link: '' }),
    read: readRequalification,
  });

  protected override opener() {
    const { open, title } = this.desk.words.requalification;
    return { label: open, about: title };
  }

  protected override heading(): string {
    return this.desk.words.requalification.title;
  }

  protected override content(): TemplateResult {
    const { words } = this.desk;
    const { requalification } = words;
    const { sending } = this.submission;
    const { type, reason } = this.#draft.value;
    const others = this.ticket.offeredTypes.filter((offered) => offered !== this.ticket.type);
    const error = this.submission.at('/type');
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      <fieldset aria-describedby=${error ? 'type-error' : nothing}>
        <legend class="label">${requalification.type}</legend>
        ${others.map((other, index) => this.#choice(other, index === 0, error !== undefined))}
        ${fieldError('type', error)}
      </fieldset>
      ${type === null ? nothing : this.#linked(type)}
      ${textField({
        name: 'reason',
        label: requalification.reason,
        hint: requalification.reasonHint,
        rows: 3,
        value: reason,
        error: this.submission.at('/reason'),
        onInput: (text) => this.#draft.change({ reason: text }),
      })}
      ${this.problem()}
      <div class="actions">
        <button class="button primary" aria-disabled=${sending}>${sending ? requalification.sending : requalification.submit}</button>
        <span class="kept">${this.#draft.kept ? words.draft : nothing}</span>
      </div>
    </form>`;
  }

  #choice(type: TicketType, first: boolean, invalid: boolean): TemplateResult {
    const { words } = this.desk;
    const { domain, requalification } = words;
    const chosen = this.#draft.value.type === type;
    const service = domain.services[declarationOf(type).routedTo].toLocaleLowerCase(domain.locale);
    return html`<label class="check choice">
      <input type="radio" name="type" value=${type} ?data-first=${first} .checked=${chosen} aria-invalid=${invalid ? 'true' : 'false'}
        @change=${() => this.#draft.change({ type, link: '' })}>
      <span>${typeMark(type, words)}<span class="hint">${domain.ticketTypes[type].when}</span>
        ${chosen ? html`<span class="goes">${requalification.goesTo(service)}</span>` : nothing}</span>
    </label>`;
  }

  #linked(type: TicketType): TemplateResult | typeof nothing {
    const field = linkField(type);
    if (field === undefined) return nothing;
    const { words } = this.desk;
    const error = this.submission.under('/answers');
    const { label } = fieldWords(words.domain, type, field.name);
    return html`<div class="field">
      <label class="label" for="link">${label}</label>
      <select class="input" id="link" aria-invalid=${error ? 'true' : 'false'} aria-describedby=${error ? 'link-error' : nothing}
        @change=${({ target }: Event) => target instanceof HTMLSelectElement && this.#draft.change({ link: target.value })}>
        <option value="" .selected=${live(this.#draft.value.link === '')}>${words.requalification.choose}</option>
        ${linkChoices(field, this.ticket).map((choice) => this.#linkOption(choice))}
      </select>
      ${fieldError('link', error)}
    </div>`;
  }

  #linkOption({ id, title, deliveredOn }: ReturnType<typeof linkChoices>[number]): TemplateResult {
    const { words, locale } = this.desk;
    const text = deliveredOn === null ? title : words.ticket.training(title, dayWords(deliveredOn, locale));
    return html`<option value=${id} .selected=${live(this.#draft.value.link === id)}>${text}</option>`;
  }

  #missing({ type, reason, link }: RequalificationDraft, field: EntitledField | undefined) {
    const { requalification } = this.desk.words;
    return {
      ...(type === null ? { '/type': requalification.typeMissing } : {}),
      ...(field !== undefined && link === ''
        ? { [`/answers/${field.name}`]: requalification.linkMissing }
        : {}),
      ...(reason.trim() === '' ? { '/reason': requalification.reasonMissing } : {}),
    };
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const draft = this.#draft.value;
    const { type, reason, link } = draft;
    const field = type === null ? undefined : linkField(type);
    const missing = this.#missing(draft, field);
    if (type === null || Object.keys(missing).length > 0) return this.submission.refuse(missing);
    const answers = field === undefined ? {} : { [field.name]: link };
    const { client, words } = this.desk;
    const { id, version } = this.ticket;
    const work = () => client.staff.tickets.requalify(id, { type, reason, answers }, { ifMatch: version });
    if (await this.send(work, words.requalification.done)) this.#draft.clear(draft);
  };

  static override styles = [
    staffStyles,
    markStyles,
    dialogStyles,
    css`
      .choice {
        padding: 9px var(--_space-3);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
      }
      .choice:has(:checked) {
        border-color: var(--_accent);
        background: var(--_accent-soft);
      }
      .choice .hint,
      .choice .goes {
        display: block;
        font-weight: 400;
      }
      .choice .goes {
        margin-top: 4px;
        font-size: 13.5px;
      }
    `,
  ];
}

customElements.define('requalification-form', RequalificationForm);
