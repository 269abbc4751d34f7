import type { StaffImprovement } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';

/** Who wants a request: people, counted by organization, and those who only follow. */
export function supportPanel(request: StaffImprovement, { words }: Desk): TemplateResult {
  const { forum } = words;
  const { byOrganization, organizations, votes, followers } = request;
  const others = organizations - byOrganization.length;
  return html`<section class="panel" aria-labelledby="support">
    <div class="panel-head"><h2 class="section-title" id="support">${icon('team')}${forum.one.support}</h2></div>
    <div class="inside">
      <p class="counted">${forum.votes(votes)}${votes === 0 ? nothing : html` · ${forum.organizations(organizations)}`}</p>
      <ul class="by-organization">${byOrganization.map(
        ({ organization, votes: ofOrganization }) =>
          html`<li><a href="/staff/improvements?organization=${encodeURIComponent(organization.id)}" aria-label=${forum.one.ofOrganization(organization.name)}>${organization.name}</a><span class="votes">${forum.votes(ofOrganization)}</span></li>`,
      )}</ul>
      ${others > 0 ? html`<p class="muted">${forum.one.others(others)}</p>` : nothing}
      <p class="muted">${forum.one.followers(followers)}</p>
    </div>
  </section>`;
}
