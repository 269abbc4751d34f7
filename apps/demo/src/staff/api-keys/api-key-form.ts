import type { CreatedApiKey, OperationGroup, OrganizationSummary } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { DeskDialog, type Opener, PageChange } from '../administration/desk-dialog.js';
import { Loaded } from '../administration/loaded.js';
import '../administration/shown-once.js';
import { storedText } from '../drafts/draft.js';
import { failureState } from '../submission/failure.js';
import { selectField } from '../submission/select-field.js';
import { fieldError, textField } from '../submission/text-field.js';

/** How long a key may be valid, in days. */
const lives = [30, 90, 180, 365, 730] as const;
const usualLife = 365;

interface KeyDraft {
  readonly name: string;
  readonly organizationId: string;
  readonly groups: readonly OperationGroup[];
  readonly expiresInDays: number;
}

/** Makes an API key, and shows its secret this once. */
export class ApiKeyForm extends DeskDialog {
  static override properties = { ...DeskDialog.properties, created: { state: true } };
  declare created: CreatedApiKey | null;
  readonly #organizations = new Loaded<OrganizationSummary[]>(this, async (signal) => {
    const all: OrganizationSummary[] = [];
    const first = await this.desk.client.staff.organizations.list({ limit: 100 }, { signal });
    for await (const organization of first) all.push(organization);
    return all;
  });
  readonly #draft = this.draft<KeyDraft>('api-key', () => 'administration', {
    empty: () => ({
      name: '',
      organizationId: '',
      groups: ['tickets:read'],
      expiresInDays: usualLife,
    }),
    read: (stored) => {
      const name = storedText(stored, 'name');
      const organizationId = storedText(stored, 'organizationId');
      if (name === null || organizationId === null) return null;
      const groups: unknown = Reflect.get(Object(stored), 'groups');
      const days: unknown = Reflect.get(Object(stored), 'expiresInDays');
      return {
        name,
        organizationId,
        groups: this.#groups.filter((group) => Array.isArray(groups) && groups.includes(group)),
        expiresInDays: lives.find((life) => life === days) ?? usualLife,
      };
    },
  });

  constructor() {
    super();
    this.created = null;
  }

  get #groups(): OperationGroup[] {
    const groups: OperationGroup[] = [];
    for (const group in this.desk.words.apiKeys.groupWords) if (isGroup(group)) groups.push(group);
    return groups;
  }

  protected override opener(): Opener {
    return { label: this.desk.words.apiKeys.create, look: 'primary', sign: 'plus' };
  }

  protected override heading(): string {
    const { create, secretTitle } = this.desk.words.apiKeys;
    return this.created === null ? create : secretTitle;
  }

  protected override get closable(): boolean {
    return this.created === null;
  }

  protected override async opened(): Promise<void> {
    if (await this.#organizations.load()) await this.modal.focusFirst();
  }

  protected override closed(): void {
    if (this.created === null) return;
    this.created = null;
    this.dispatchEvent(new PageChange());
  }

  protected override content(): TemplateResult {
    const { words } = this.desk;
    const { value, error } = this.#organizations;
    if (this.created !== null) return this.#secret(this.created);
    if (value === null && error !== null) return failureState(error, words, () => void this.opened());
    if (value === null) return html`<p class="muted" role="status">${words.organizations.loading}</p>`;
    return this.#form(value);
  }

  #secret({ secret }: CreatedApiKey): TemplateResult {
    const { apiKeys } = this.desk.words;
    return html`<div class="form">
      <p class="notice warning" role="status">${apiKeys.secretText}</p>
      <shown-once data-first .words=${this.desk.words} .label=${apiKeys.secret} .value=${secret}></shown-once>
      <div class="actions"><button type="button" class="button primary" @click=${this.modal.close}>${apiKeys.secretDone}</button></div>
    </div>`;
  }

  #form(organizations: readonly OrganizationSummary[]): TemplateResult {
    const { words } = this.desk;
    const { apiKeys } = words;
    const { name, organizationId, groups, expiresInDays } = this.#draft.value;
    const groupsError = this.submission.under('/groups');
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      ${textField({
        name: 'name',
        label: apiKeys.name,
        hint: apiKeys.nameHint,
        line: true,
        first: true,
        value: name,
        error: this.submission.at('/name'),
        onInput: (value) => this.#draft.change({ name: value }),
      })}
      ${selectField({
        name: 'organizationId',
        label: apiKeys.organization,
        value: organizationId,
        options: [
          { value: '', label: apiKeys.choose },
          ...organizations.map(({ id, name: label }) => ({ value: id, label })),
        ],
        error: this.submission.at('/organizationId'),
        onChange: (value) => this.#draft.change({ organizationId: value }),
      })}
      <fieldset aria-describedby=${groupsError ? 'groups-error' : nothing}>
        <legend class="label">${apiKeys.groups}</legend>
        <div class="choices">${this.#groups.map((group) => {
          const { name: label, hint } = apiKeys.groupWords[group];
          return html`<label class="check"><input type="checkbox" name="groups" value=${group} .checked=${groups.includes(group)}
              aria-invalid=${groupsError ? 'true' : 'false'} @change=${() => this.#toggle(group)}>
            <span>${label}<span class="hint">${hint}</span></span></label>`;
        })}</div>
        ${fieldError('groups', groupsError)}
      </fieldset>
      ${selectField({
        name: 'expiresInDays',
        label: apiKeys.expiry,
        value: String(expiresInDays),
        options: lives.map((life) => ({ value: String(life), label: apiKeys.days(life) })),
        error: this.submission.at('/expiresInDays'),
        onChange: (value) => this.#draft.change({ expiresInDays: Number(value) }),
      })}
      ${this.problem()}
      ${this.buttons(apiKeys.submit, apiKeys.sending)}
      <span class="kept">${this.#draft.kept ? words.draft : nothing}</span>
    </form>`;
  }

  #toggle(group: OperationGroup): void {
    const { groups } = this.#draft.value;
    const without = groups.filter((chosen) => chosen !== group);
    this.#draft.change({ groups: groups.includes(group) ? without : [...groups, group] });
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words, announce } = this.desk;
    const { missing, created: done } = words.apiKeys;
    const draft = this.#draft.value;
    const lacking = {
      ...(draft.name.trim() === '' ? { '/name': missing.name } : {}),
      ...(draft.organizationId === '' ? { '/organizationId': missing.organization } : {}),
      ...(draft.groups.length === 0 ? { '/groups': missing.groups } : {}),
    };
    if (Object.keys(lacking).length > 0) return this.submission.refuse(lacking);
    const request = { ...draft, groups: [...draft.groups] };
    const created = await this.submission.run(() => client.staff.apiKeys.create(request), words);
    if (created === null) return;
    this.created = created;
    this.#draft.clear(draft);
    announce(done);
    await this.modal.focusFirst();
  };
}

const known: Readonly<Record<OperationGroup, true>> = {
  'tickets:read': true,
  'tickets:write': true,
  'files:read': true,
  'files:write': true,
  'faq:read': true,
  'faq:write': true,
  'improvements:read': true,
  'improvements:write': true,
  live: true,
};

function isGroup(name: string): name is OperationGroup {
  return Object.hasOwn(known, name);
}

customElements.define('api-key-form', ApiKeyForm);
