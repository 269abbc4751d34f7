import type { EnrolmentView, OrganizationDetail, TrainingRecordView } from '@teo-support/sdk';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import '../administration/confirmation.js';
import { DeskPage } from '../administration/desk-page.js';
import { deskPageStyles } from '../administration/desk-page-styles.js';
import { icon } from '../icons/icon.js';
import { dayWords } from '../time/dates.js';
import './enrolment-form.js';
import './organization-tickets.js';
import './organization-trail.js';
import './training-forms.js';

const columns = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 7fr) minmax(0, 4fr);
    align-items: start;
    gap: var(--_space-4);
  }
  .stack {
    display: grid;
    gap: var(--_space-4);
    min-width: 0;
  }
  @media (max-width: 900px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

/** One organization: its people, what its tickets may be linked to, its tickets, and who changed what. */
export class OrganizationPage extends DeskPage<OrganizationDetail> {
  static override properties = { ...DeskPage.properties, organizationId: { attribute: false } };
  declare organizationId: string;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('organizationId') === undefined) return;
    this.shown.value = null;
    void this.shown.load();
  }

  protected override ask(signal: AbortSignal): Promise<OrganizationDetail> {
    return this.desk.client.staff.organizations.get(this.organizationId, { signal });
  }

  protected override heading(): string {
    return this.shown.value?.name ?? this.desk.words.organizations.title;
  }

  protected override loading(): string {
    return this.desk.words.organization.loading;
  }

  protected override wayBack(): TemplateResult {
    return html`<a class="back" href="/staff/organizations">${icon('back')}${this.desk.words.organizations.title}</a>`;
  }

  protected override lead(value: OrganizationDetail | null): TemplateResult | typeof nothing {
    if (value === null) return nothing;
    const { organization } = this.desk.words;
    return html`<p class="lead muted">${organization.openTickets(value.openTickets)} · ${organization.knownAs(value.externalId)}</p>`;
  }

  protected override body(value: OrganizationDetail): TemplateResult {
    const { desk } = this;
    return html`<div class="columns">
      <div class="stack">
        ${this.#trainings(value)}
        ${this.#enrolments(value)}
        <organization-tickets .desk=${desk} .organizationId=${value.id}></organization-tickets>
      </div>
      <div class="stack">
        ${this.#people(value)}
        <organization-trail .desk=${desk} .organization=${value}></organization-trail>
      </div>
    </div>`;
  }

  #people({ teomasters }: OrganizationDetail): TemplateResult {
    const { organization } = this.desk.words;
    return html`<section class="panel" aria-labelledby="people">
      <div class="panel-head"><h2 class="section-title" id="people">${icon('person')}${organization.people}</h2></div>
      ${
        teomasters.length === 0
          ? html`<p class="none">${organization.noPeople}</p>`
          : html`<ul class="rows">${teomasters.map(
              ({ name, email, openTickets }) => html`<li><div class="main"><span class="name">${name}</span>
              <div class="facts"><span>${email}</span><span>${organization.openTickets(openTickets)}</span></div></div></li>`,
            )}</ul>`
      }
    </section>`;
  }

  #trainings({ id, trainings, possible }: OrganizationDetail): TemplateResult {
    const { desk } = this;
    const { organization } = desk.words;
    const mine = possible.includes('trainings');
    return html`<section class="panel" aria-labelledby="trainings">
      <div class="panel-head">
        <h2 class="section-title" id="trainings">${icon('training')}${organization.trainings}</h2>
        ${mine ? html`<training-form .desk=${desk} .organizationId=${id}></training-form>` : nothing}
        <p class="hint">${organization.trainingsHint} ${mine ? nothing : organization.trainingsKeptBy}</p>
      </div>
      ${
        trainings.length === 0
          ? html`<p class="none">${organization.noTrainings}</p>`
          : html`<ul class="rows">${trainings.map((training) => this.#training(id, training, mine))}</ul>`
      }
    </section>`;
  }

  #training(organizationId: string, training: TrainingRecordView, mine: boolean): TemplateResult {
    const { desk } = this;
    const { organization } = desk.words;
    const { withdrawn } = training;
    return html`<li class=${withdrawn === null ? '' : 'gone'}>
      <div class="main"><span class="name">${training.title}</span>
        <div class="facts">
          <span>${organization.delivered(dayWords(training.deliveredOn, desk.locale))}</span><code>${training.id}</code>
          ${withdrawn === null ? nothing : html`<span><span class="badge">${organization.withdrawn}</span> ${organization.reasons[withdrawn]}</span>`}
        </div>
      </div>
      ${
        mine && withdrawn === null
          ? html`<div class="actions">
              <training-form .desk=${desk} .organizationId=${organizationId} .training=${training}></training-form>
              <training-withdrawal .desk=${desk} .organizationId=${organizationId} .training=${training}></training-withdrawal>
            </div>`
          : nothing
      }
    </li>`;
  }

  #enrolments(value: OrganizationDetail): TemplateResult {
    const { desk } = this;
    const { organization } = desk.words;
    const mine = value.possible.includes('trials');
    return html`<section class="panel" aria-labelledby="enrolments">
      <div class="panel-head">
        <h2 class="section-title" id="enrolments">${icon('flask')}${organization.enrolments}</h2>
        ${mine ? html`<enrolment-form .desk=${desk} .organization=${value}></enrolment-form>` : nothing}
        <p class="hint">${organization.enrolmentsHint} ${mine ? nothing : organization.enrolmentsKeptBy}</p>
      </div>
      ${
        value.enrolments.length === 0
          ? html`<p class="none">${organization.noEnrolments}</p>`
          : html`<ul class="rows">${value.enrolments.map((enrolment) => this.#enrolment(value.id, enrolment, mine))}</ul>`
      }
    </section>`;
  }

  #enrolment(organizationId: string, enrolment: EnrolmentView, mine: boolean): TemplateResult {
    const { desk } = this;
    const { organization, enrolment: words } = desk.words;
    const { trial, since, endedAt, version } = enrolment;
    const day = (instant: string) => dayWords(instant.slice(0, 10), desk.locale);
    const question = {
      opener: { label: words.end, about: words.endAbout(trial.name), look: 'danger' as const },
      heading: words.endTitle,
      text: words.endText(trial.name),
      submit: words.endSubmit,
      sending: words.ending,
      done: words.ended,
      work: () =>
        desk.client.staff.organizations.endEnrolment(organizationId, trial.id, { ifMatch: version }),
    };
    return html`<li class=${endedAt === null ? '' : 'gone'}>
      <div class="main"><span class="name">${trial.name}</span>
        <div class="facts">
          <span>${endedAt === null ? organization.since(day(since)) : organization.ended(day(since), day(endedAt))}</span><code>${trial.id}</code>
          ${endedAt === null ? nothing : html`<span class="badge">${organization.endedBadge}</span>`}
        </div>
      </div>
      ${mine && endedAt === null ? html`<div class="actions"><confirmed-action .desk=${desk} .question=${question}></confirmed-action></div>` : nothing}
    </li>`;
  }

  static override styles = [...deskPageStyles, columns];
}

customElements.define('organization-page', OrganizationPage);
