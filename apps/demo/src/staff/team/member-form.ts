import { type Service, type StaffRole, services, staffRoles } from '@teo-support/core';
import type { StaffAccount } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { DeskDialog, type Opener } from '../administration/desk-dialog.js';
import { storedText } from '../drafts/draft.js';
import { fieldError, textField } from '../submission/text-field.js';

interface MemberDraft {
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly services: readonly Service[];
}

/** Adds a person to the team, or changes their name, role and services. */
export class MemberForm extends DeskDialog {
  static override properties = { ...DeskDialog.properties, account: { attribute: false } };
  /** The person to change; `null` to add one. */
  declare account: StaffAccount | null;
  readonly #draft = this.draft<MemberDraft>('member', () => this.account?.id ?? 'administration', {
    empty: () => {
      const { name = '', email = '', role = 'agent' } = this.account ?? {};
      return { name, email, role, services: this.account?.services ?? [] };
    },
    read: (stored) => {
      const name = storedText(stored, 'name');
      const email = storedText(stored, 'email');
      const role = storedText(stored, 'role');
      if (name === null || email === null) return null;
      const chosen: unknown = Reflect.get(Object(stored), 'services');
      return {
        name,
        email,
        role: staffRoles.find((value) => value === role) ?? 'agent',
        services: services.filter((value) => Array.isArray(chosen) && chosen.includes(value)),
      };
    },
  });

  constructor() {
    super();
    this.account = null;
  }

  protected override opener(): Opener {
    const { team } = this.desk.words;
    return this.account === null
      ? { label: team.add, look: 'primary', sign: 'plus' }
      : { label: team.change, about: team.changeAbout(this.account.name) };
  }

  protected override heading(): string {
    const { add, changeTitle } = this.desk.words.team;
    return this.account === null ? add : changeTitle(this.account.name);
  }

  protected override content(): TemplateResult {
    const { words } = this.desk;
    const { team } = words;
    const { name, email } = this.#draft.value;
    const adding = this.account === null;
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      ${textField({
        name: 'name',
        label: team.name,
        line: true,
        first: true,
        value: name,
        error: this.submission.at('/name'),
        onInput: (value) => this.#draft.change({ name: value }),
      })}
      ${
        adding
          ? textField({
              name: 'email',
              label: team.email,
              hint: team.emailHint,
              line: true,
              type: 'email',
              value: email,
              error: this.submission.at('/email'),
              onInput: (value) => this.#draft.change({ email: value }),
            })
          : nothing
      }
      ${this.#roles()}
      ${this.#services()}
      ${this.problem()}
      ${this.buttons(adding ? team.submit : team.save, adding ? team.sending : team.saving)}
      <span class="kept">${this.#draft.kept ? words.draft : nothing}</span>
    </form>`;
  }

  #roles(): TemplateResult {
    const { team } = this.desk.words;
    const { role } = this.#draft.value;
    return html`<fieldset>
      <legend class="label">${team.role}</legend>
      <div class="choices">${staffRoles.map(
        (
          value,
        ) => html`<label class="check"><input type="radio" name="role" value=${value} .checked=${role === value}
            @change=${() => this.#draft.change({ role: value })}>
          <span>${team.roles[value]}<span class="hint">${team.roleHints[value]}</span></span></label>`,
      )}</div>
    </fieldset>`;
  }

  #services(): TemplateResult {
    const { team, domain } = this.desk.words;
    const { services: chosen } = this.#draft.value;
    const error = this.submission.under('/services');
    const toggle = (service: Service) => {
      const without = chosen.filter((value) => value !== service);
      this.#draft.change({ services: chosen.includes(service) ? without : [...chosen, service] });
    };
    return html`<fieldset aria-describedby=${error ? 'services-error' : nothing}>
      <legend class="label">${team.services}</legend>
      <div class="choices">${services.map(
        (
          service,
        ) => html`<label class="check"><input type="checkbox" name="services" value=${service} .checked=${chosen.includes(service)}
            aria-invalid=${error ? 'true' : 'false'} @change=${() => toggle(service)}>${domain.services[service]}</label>`,
      )}</div>
      ${fieldError('services', error)}
    </fieldset>`;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    const { missing, added, changed } = words.team;
    const { account } = this;
    const draft = this.#draft.value;
    const { name, role } = draft;
    const email = draft.email.trim();
    const lacking = {
      ...(name.trim() === '' ? { '/name': missing.name } : {}),
      ...(email === '' ? { '/email': missing.email } : {}),
      ...(draft.services.length === 0 ? { '/services': missing.services } : {}),
    };
    if (Object.keys(lacking).length > 0) return this.submission.refuse(lacking);
    const { accounts } = client.staff;
    const request = { name, role, services: [...draft.services] };
    const done =
      account === null
        ? await this.send(() => accounts.add({ ...request, email }), added)
        : await this.send(() => accounts.change(account.id, request), changed);
    if (done) this.#draft.clear(draft);
  };
}

customElements.define('member-form', MemberForm);
