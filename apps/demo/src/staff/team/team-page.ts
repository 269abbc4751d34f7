import type { StaffAccount } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import '../administration/confirmation.js';
import type { Question } from '../administration/confirmation.js';
import { DeskPage } from '../administration/desk-page.js';
import { deskPageStyles } from '../administration/desk-page-styles.js';
import { dateWords } from '../time/dates.js';
import './member-form.js';
import './password-link-form.js';

/** The people of the team, their roles and services, and how they come in. */
export class TeamPage extends DeskPage<StaffAccount[]> {
  protected override async ask(signal: AbortSignal): Promise<StaffAccount[]> {
    const { accounts } = await this.desk.client.staff.accounts.list({ signal });
    return accounts;
  }

  protected override heading(): string {
    return this.desk.words.team.title;
  }

  protected override loading(): string {
    return this.desk.words.team.loading;
  }

  protected override lead(accounts: readonly StaffAccount[] | null): TemplateResult {
    const { team } = this.desk.words;
    const active = accounts?.filter((account) => account.active).length;
    return html`${active === undefined ? nothing : html`<p class="muted">${team.total(active)}</p>`}
      <member-form class="end" .desk=${this.desk}></member-form>
      <p class="lead muted">${team.lead}</p>`;
  }

  protected override body(accounts: readonly StaffAccount[]): TemplateResult {
    const sorted = [...accounts].sort((a, b) => Number(b.active) - Number(a.active));
    return html`<section class="panel" aria-label=${this.desk.words.team.title}>
      <ul class="rows">${sorted.map((account) => this.#account(account))}</ul>
    </section>`;
  }

  #account(account: StaffAccount): TemplateResult {
    const { desk } = this;
    const { team, domain } = desk.words;
    const { active, name, email, role, lastSeenAt } = account;
    return html`<li class=${active ? '' : 'gone'}>
      <div class="main">
        <span class="name">${name}</span>
        ${account.id === desk.member.id ? html`<span class="badge info">${team.you}</span>` : nothing}
        ${role === 'admin' ? html`<span class="badge">${team.roles.admin}</span>` : nothing}
        ${active ? nothing : html`<span class="badge danger">${team.left}</span>`}
        <div class="facts"><span>${email}</span><span>${account.services.map((service) => domain.services[service]).join(', ')}</span></div>
        <div class="facts">${this.#access(account)}
          ${lastSeenAt === null ? nothing : html`<span>${team.seen(dateWords(lastSeenAt, desk.locale, desk.now))}</span>`}</div>
      </div>
      <div class="actions">${
        active
          ? html`<member-form .desk=${desk} .account=${account}></member-form>
              <password-link-form .desk=${desk} .account=${account}></password-link-form>
              <confirmed-action .desk=${desk} .question=${this.#closing(account)}></confirmed-action>`
          : html`<confirmed-action .desk=${desk} .question=${this.#reopening(account)}></confirmed-action>`
      }</div>
    </li>`;
  }

  #access({ hasPassword, openIdLinked }: StaffAccount): TemplateResult {
    const { team } = this.desk.words;
    const ways = [...(hasPassword ? [team.withPassword] : []), ...(openIdLinked ? [team.withOpenId] : [])];
    return ways.length === 0
      ? html`<span class="badge warning">${team.noAccess}</span>`
      : html`<span>${ways.join(', ')}</span>`;
  }

  #closing({ id, name }: StaffAccount): Question {
    const { team } = this.desk.words;
    return {
      opener: { label: team.deactivate, about: team.deactivateAbout(name), look: 'danger' },
      heading: team.deactivateTitle,
      text: team.deactivateText(name),
      submit: team.deactivateSubmit,
      sending: team.deactivating,
      done: team.deactivated,
      work: () => this.desk.client.staff.accounts.deactivate(id),
    };
  }

  #reopening({ id, name }: StaffAccount): Question {
    const { team } = this.desk.words;
    return {
      opener: { label: team.reactivate, about: team.reactivateAbout(name) },
      heading: team.reactivateTitle,
      text: team.reactivateText(name),
      submit: team.reactivateSubmit,
      sending: team.reactivating,
      done: team.reactivated,
      look: 'primary',
      work: () => this.desk.client.staff.accounts.reactivate(id),
    };
  }

  static override styles = deskPageStyles;
}

customElements.define('team-page', TeamPage);
