import type { ApiKey } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import '../administration/confirmation.js';
import type { Question } from '../administration/confirmation.js';
import { DeskPage } from '../administration/desk-page.js';
import { deskPageStyles } from '../administration/desk-page-styles.js';
import { emptyState } from '../design/empty-state.js';
import { dateWords } from '../time/dates.js';
import './api-key-form.js';

const tones = { active: 'success', expired: 'warning', revoked: '' } as const satisfies Record<
  ApiKey['state'],
  string
>;

/** The keys with which the systems of organizations come in. */
export class ApiKeysPage extends DeskPage<ApiKey[]> {
  protected override async ask(signal: AbortSignal): Promise<ApiKey[]> {
    const { keys } = await this.desk.client.staff.apiKeys.list({ signal });
    return keys;
  }

  protected override heading(): string {
    return this.desk.words.apiKeys.title;
  }

  protected override loading(): string {
    return this.desk.words.apiKeys.loading;
  }

  protected override lead(): TemplateResult {
    return html`<api-key-form class="end" .desk=${this.desk}></api-key-form>
      <p class="lead muted">${this.desk.words.apiKeys.lead}</p>`;
  }

  protected override body(keys: readonly ApiKey[]): TemplateResult {
    const { apiKeys } = this.desk.words;
    return html`<section class="panel" aria-label=${apiKeys.title}>${
      keys.length === 0
        ? emptyState('key', apiKeys.empty, apiKeys.emptyText)
        : html`<ul class="rows">${keys.map((key) => this.#key(key))}</ul>`
    }</section>`;
  }

  #key(key: ApiKey): TemplateResult {
    const { desk } = this;
    const { apiKeys } = desk.words;
    const date = (instant: string) => dateWords(instant, desk.locale, desk.now);
    const made =
      key.createdBy === null
        ? apiKeys.createdFromCommandLine(date(key.createdAt))
        : apiKeys.createdBy(key.createdBy.name, date(key.createdAt));
    return html`<li class=${key.state === 'active' ? '' : 'gone'}>
      <div class="main">
        <span class="name">${key.name}</span> <span class="badge ${tones[key.state]}">${apiKeys.states[key.state]}</span>
        <div class="facts"><span>${key.organization.name}</span><code>${key.hint}…</code>
          <span>${key.groups.map((group) => apiKeys.groupWords[group].name).join(', ')}</span></div>
        <div class="facts">
          <span>${key.lastUsedAt === null ? apiKeys.neverUsed : apiKeys.lastUsed(date(key.lastUsedAt))}</span>
          <span>${this.#end(key, date)}</span><span>${made}</span>
        </div>
      </div>
      ${key.state === 'active' ? html`<div class="actions"><confirmed-action .desk=${desk} .question=${this.#revocation(key)}></confirmed-action></div>` : nothing}
    </li>`;
  }

  #end({ state, expiresAt, revokedAt }: ApiKey, date: (instant: string) => string): string {
    const { apiKeys } = this.desk.words;
    if (revokedAt !== null) return apiKeys.revokedAt(date(revokedAt));
    return state === 'expired' ? apiKeys.expired(date(expiresAt)) : apiKeys.expires(date(expiresAt));
  }

  #revocation({ id, name, organization }: ApiKey): Question {
    const { apiKeys } = this.desk.words;
    return {
      opener: { label: apiKeys.revoke, about: apiKeys.revokeAbout(name, organization.name), look: 'danger' },
      heading: apiKeys.revokeTitle,
      text: apiKeys.revokeText(name, organization.name),
      submit: apiKeys.revokeSubmit,
      sending: apiKeys.revoking,
      done: apiKeys.revoked,
      work: () => this.desk.client.staff.apiKeys.revoke(id),
    };
  }

  static override styles = deskPageStyles;
}

customElements.define('api-keys-page', ApiKeysPage);
