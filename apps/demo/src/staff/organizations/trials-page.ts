import type { TrialList, TrialView } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import '../administration/confirmation.js';
import type { Question } from '../administration/confirmation.js';
import { DeskPage } from '../administration/desk-page.js';
import { deskPageStyles } from '../administration/desk-page-styles.js';
import { emptyState } from '../design/empty-state.js';
import { icon } from '../icons/icon.js';
import './trial-forms.js';

/** The features under trial, and how many organizations test each. */
export class TrialsPage extends DeskPage<TrialList> {
  protected override ask(signal: AbortSignal): Promise<TrialList> {
    return this.desk.client.staff.trials.list({ signal });
  }

  protected override heading(): string {
    return this.desk.words.trials.title;
  }

  protected override loading(): string {
    return this.desk.words.trials.loading;
  }

  protected override wayBack(): TemplateResult {
    return html`<a class="back" href="/staff/organizations">${icon('back')}${this.desk.words.organizations.title}</a>`;
  }

  protected override lead(value: TrialList | null): TemplateResult {
    const { trials } = this.desk.words;
    const mine = value?.possible.includes('trials') ?? false;
    return html`${mine ? html`<trial-form class="end" .desk=${this.desk}></trial-form>` : nothing}
      <p class="lead muted">${trials.lead} ${value === null || mine ? nothing : trials.keptBy}</p>`;
  }

  protected override body({ trials, possible }: TrialList): TemplateResult {
    const words = this.desk.words.trials;
    const mine = possible.includes('trials');
    return html`<section class="panel" aria-label=${words.title}>${
      trials.length === 0
        ? emptyState('flask', words.empty, words.emptyText)
        : html`<ul class="rows">${trials.map((trial) => this.#trial(trial, mine))}</ul>`
    }</section>`;
  }

  #trial(trial: TrialView, mine: boolean): TemplateResult {
    const { desk } = this;
    const words = desk.words.trials;
    const enrolled = words.enrolled(trial.organizations);
    const ended = trial.state === 'ended';
    return html`<li class=${ended ? 'gone' : ''}>
      <div class="main"><span class="name">${trial.name}</span>
        <div class="facts"><code>${trial.id}</code>
          ${ended ? html`<span class="badge">${words.endedBadge}</span>` : trial.organizations === 0 ? html`<span>${enrolled}</span>` : html`<a href="/staff/organizations?trial=${encodeURIComponent(trial.id)}" aria-label=${words.enrolledIn(enrolled, trial.name)}>${enrolled}</a>`}
        </div>
      </div>
      ${
        mine
          ? html`<div class="actions">
              ${ended ? nothing : html`<trial-form .desk=${desk} .trial=${trial}></trial-form>`}
              <confirmed-action .desk=${desk} .question=${ended ? this.#reopening(trial) : this.#ending(trial)}></confirmed-action>
            </div>`
          : nothing
      }
    </li>`;
  }

  #ending({ id, name, organizations, version }: TrialView): Question {
    const words = this.desk.words.trials;
    return {
      opener: { label: words.end, about: words.endAbout(name), look: 'danger' },
      heading: words.endTitle,
      text: words.endText(name, words.enrolled(organizations).toLocaleLowerCase(this.desk.locale)),
      submit: words.endSubmit,
      sending: words.ending,
      done: words.ended,
      work: () => this.desk.client.staff.trials.end(id, { ifMatch: version }),
    };
  }

  #reopening({ id, name }: TrialView): Question {
    const words = this.desk.words.trials;
    return {
      opener: { label: words.reopen, about: words.reopenAbout(name) },
      heading: words.reopenTitle,
      text: words.reopenText(name),
      submit: words.reopenSubmit,
      sending: words.reopening,
      done: words.reopened,
      look: 'primary',
      work: () => this.desk.client.staff.trials.define({ id, name }),
    };
  }

  static override styles = deskPageStyles;
}

customElements.define('trials-page', TrialsPage);
