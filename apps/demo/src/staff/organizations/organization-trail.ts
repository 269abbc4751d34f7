import type { OrganizationChange, OrganizationDetail } from '@teo-support/sdk';
import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { Paged } from '../administration/paged.js';
import { dateWords, dayWords } from '../time/dates.js';
import { PagedPanel, type PanelWords } from './paged-panel.js';

/** Who changed what the organization may speak of, latest first. */
export class OrganizationTrail extends PagedPanel<OrganizationChange> {
  static override properties = { ...PagedPanel.properties, organization: { attribute: false } };
  /** Looked at again whenever its page was loaded again. */
  declare organization: OrganizationDetail;
  protected override readonly sign = 'clock';
  protected override readonly paged = new Paged<OrganizationChange>(this, (signal) =>
    this.desk.client.staff.organizations.changes(this.organization.id, { limit: 8 }, { signal }),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('organization')) void this.paged.load();
  }

  protected override panelWords(): PanelWords {
    const { trail, noTrail, trailMore } = this.desk.words.organization;
    return { heading: trail, none: noTrail, more: trailMore };
  }

  protected override row(change: OrganizationChange): TemplateResult {
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
    ...PagedPanel.styles,
    css`
      .main {
        font-size: 13px;
      }
    `,
  ];
}

customElements.define('organization-trail', OrganizationTrail);
