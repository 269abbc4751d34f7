import type { OrganizationChange, OrganizationDetail } from '@teo-support/sdk';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { deskPageStyles } from '../administration/desk-page-styles.js';
import { Paged } from '../administration/paged.js';
import type { Desk } from '../desk/desk.js';
import { icon } from '../icons/icon.js';
import { failureState } from '../submission/failure.js';
import { dateWords, dayWords } from '../time/dates.js';

/** Who changed what the organization may speak of, latest first. */
export class OrganizationTrail extends LitElement {
  static override properties = { desk: { attribute: false }, organization: { attribute: false } };
  declare desk: Desk;
  /** Looked at again whenever its page was loaded again. */
  declare organization: OrganizationDetail;
  readonly #changes = new Paged<OrganizationChange>(this, (signal) =>
    this.desk.client.staff.organizations.changes(this.organization.id, { limit: 8 }, { signal }),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('organization')) void this.#changes.load();
  }

  protected override render() {
    const { organization } = this.desk.words;
    return html`<section class="panel" aria-labelledby="trail">
      <div class="panel-head"><h2 class="section-title" id="trail">${icon('clock')}${organization.trail}</h2></div>
      ${this.#body()}
    </section>`;
  }

  #body(): TemplateResult {
    const { words } = this.desk;
    const { items, error, hasMore, loadingMore } = this.#changes;
    if (items === null && error !== null) return failureState(error, words, () => void this.#changes.load());
    if (items === null) return html`<p class="none">…</p>`;
    if (items.length === 0) return html`<p class="none">${words.organization.noTrail}</p>`;
    return html`<ol class="rows">${items.map((change) => this.#entry(change))}</ol>
      ${
        hasMore
          ? html`<div class="footer"><button type="button" class="button quiet" aria-disabled=${loadingMore}
              @click=${() => void this.#changes.more()}>${words.organization.trailMore}</button></div>`
          : nothing
      }`;
  }

  #entry(change: OrganizationChange): TemplateResult {
    const { words, locale, now } = this.desk;
    const who = change.by.kind === 'staff' ? change.by.name : words.organization.system;
    return html`<li><p class="main"><span class="name">${who}</span>
      ${this.#what(change)}<br>
      <span class="muted">${dateWords(change.at, locale, now)}</span></p></li>`;
  }

  #what(change: OrganizationChange): string {
    const { organization } = this.desk.words;
    const { changes } = organization;
    const day = (date: string) => dayWords(date, this.desk.locale);
    switch (change.type) {
      case 'training.recorded':
        return changes.recorded(change.title, day(change.deliveredOn));
      case 'training.corrected':
        return changes.corrected(change.title, day(change.deliveredOn));
      case 'training.withdrawn':
        return changes.withdrawn(change.trainingId, organization.reasons[change.reason]);
      case 'trial.enrolled':
        return changes.enrolled(change.trial.name);
      case 'trial.enrolment_ended':
        return changes.enrolmentEnded(change.trial.name);
    }
  }

  static override styles = [
    ...deskPageStyles,
    css`
      :host {
        max-width: none;
        margin: 0;
        padding: 0;
      }
      .main {
        font-size: 13px;
      }
    `,
  ];
}

customElements.define('organization-trail', OrganizationTrail);
