import type { StaffImprovement } from '@teo-support/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DeskPage } from '../../administration/desk-page.js';
import { deskPageStyles } from '../../administration/desk-page-styles.js';
import { icon } from '../../icons/icon.js';
import { moduleName } from '../../locales/module-name.js';
import { dayOf } from '../../time/calendar.js';
import { dateWords } from '../../time/dates.js';
import { authorName } from '../author.js';
import { standingBadges } from '../badges.js';
import { improvementAddress } from '../list/improvement-row.js';
import { needOf, sentence, sentenceStyles } from '../sentence.js';
import { decisionsPanel, decisionsStyles } from './decisions-panel.js';
import './improvement-comments.js';
import { fitPanel, fitStyles } from './fit-panel.js';
import { improvementPageStyles } from './improvement-page-styles.js';
import { type LoadedRequest, loadRequest } from './loaded-request.js';
import { mergedPanel } from './merged-panel.js';
import { moderationPanel } from './moderation-panel.js';
import { similarPanel } from './similar-panel.js';
import { stepsPanel } from './steps-panel.js';
import { supportPanel } from './support-panel.js';

/** One request: its sentence, who wants it, what was decided and said, and what the team can do. */
export class ImprovementPage extends DeskPage<LoadedRequest> {
  static override properties = { ...DeskPage.properties, improvementId: { attribute: false } };
  declare improvementId: string;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('improvementId') === undefined) return;
    this.shown.value = null;
    void this.shown.load();
  }

  protected override ask(signal: AbortSignal): Promise<LoadedRequest> {
    return loadRequest(this.desk.client, this.improvementId, signal);
  }

  protected override heading(): string {
    const { forum } = this.desk.words;
    const request = this.shown.value?.request;
    return request === undefined ? forum.title : forum.request(request.number);
  }

  protected override loading(): string {
    return this.desk.words.forum.one.loading;
  }

  protected override wayBack(): TemplateResult {
    return html`<a class="back" href="/staff/improvements">${icon('back')}${this.desk.words.forum.one.back}</a>`;
  }

  protected override lead(value: LoadedRequest | null): TemplateResult | typeof nothing {
    if (value === null) return nothing;
    const { words } = this.desk;
    const { request } = value;
    const { forum } = words;
    return html`${standingBadges(request, words)}
      ${request.mergedInto === null ? nothing : html`<span class="badge">${forum.mergedBadge}</span>`}
      ${request.hidden === null ? nothing : html`<span class="badge danger">${forum.hiddenBadge}</span>`}`;
  }

  protected override body({ request, similar }: LoadedRequest): TemplateResult {
    const { desk } = this;
    return html`<div class="columns">
      <div class="stack">
        ${this.#elsewhere(request)}
        ${this.#sentence(request)}
        ${decisionsPanel(request, desk)}
        ${mergedPanel(request, desk)}
        ${fitPanel(request, desk)}
        <improvement-comments .desk=${desk} .request=${request}></improvement-comments>
      </div>
      <div class="stack">
        ${stepsPanel(request, desk)}
        ${supportPanel(request, desk)}
        ${similarPanel(similar, desk)}
        ${moderationPanel(request, desk)}
      </div>
    </div>`;
  }

  #elsewhere({ mergedInto, hidden }: StaffImprovement): TemplateResult | typeof nothing {
    const { words, locale, now } = this.desk;
    const { one, request } = words.forum;
    if (hidden !== null)
      return html`<p class="notice warning">${one.hidden(hidden.reason, dateWords(hidden.at, locale, now))}</p>`;
    if (mergedInto === null) return nothing;
    return html`<p class="notice">${one.mergedInto}
      <a href=${improvementAddress(mergedInto.id)}>${request(mergedInto.number)}<span> : ${needOf(mergedInto, words)}</span></a></p>`;
  }

  #sentence(request: StaffImprovement): TemplateResult {
    const { words, locale, now } = this.desk;
    const { forum } = words;
    return html`<section class="panel" aria-labelledby="sentence">
      <div class="panel-head"><h2 class="section-title" id="sentence">${icon('message')}${forum.one.sentence}</h2></div>
      <div class="inside">
        ${sentence(request, words)}
        <p class="by">${authorName(request.author, words)} · ${forum.submitted(dateWords(request.submittedAt, locale, now))} · ${moduleName(words, request.module)}</p>
        ${request.decisions.length > 0 || request.mergedInto !== null ? nothing : html`<p class=${request.overdue ? 'tone-late' : 'muted'}>${forum.dueBy(dayOf(request.firstDecisionDue, locale))}</p>`}
      </div>
    </section>`;
  }

  static override styles = [
    ...deskPageStyles,
    sentenceStyles,
    decisionsStyles,
    fitStyles,
    improvementPageStyles,
  ];
}

customElements.define('improvement-page', ImprovementPage);
