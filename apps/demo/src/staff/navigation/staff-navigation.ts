import type { StaffMember } from '@teo-support/sdk';
import { css, html, type TemplateResult } from 'lit';
import type { Words } from '../locales/index.js';
import { addressOf, adminPlaces, type Route } from './route.js';

/** Which of the header's links stands for a place that has none of its own. */
const under: Partial<Record<Route['name'], Route['name']>> = {
  ticket: 'queue',
  organization: 'organizations',
  trials: 'organizations',
  'faq-article': 'faq',
  'faq-editor': 'faq',
  'faq-gaps': 'faq',
  'faq-synonyms': 'faq',
  improvement: 'improvements',
  'improvement-reviews': 'improvements',
  'improvement-review': 'improvements',
  roadmap: 'improvements',
};

/** The pages that this person has. */
export function staffNavigation(route: Route, member: StaffMember, words: Words): TemplateResult {
  const pages: readonly (readonly [Route, string])[] = [
    [{ name: 'queue', search: '' }, words.navigation.queue],
    [{ name: 'organizations', search: '' }, words.navigation.organizations],
    [{ name: 'faq', search: '' }, words.navigation.faq],
    [{ name: 'improvements', search: '' }, words.navigation.improvements],
    [{ name: 'api-keys' }, words.navigation.apiKeys],
    [{ name: 'team' }, words.navigation.team],
  ];
  const here = under[route.name] ?? route.name;
  return html`<nav class="pages" aria-label=${words.navigation.label}>
    ${pages
      .filter(([{ name }]) => member.role === 'admin' || !adminPlaces.includes(name))
      .map(
        ([page, label]) =>
          html`<a href=${addressOf(page)} aria-current=${current(page, route, here)}>${label}</a>`,
      )}
  </nav>`;
}

/** `page` on the page itself, `true` on one below it. */
function current(page: Route, route: Route, here: Route['name']): 'page' | 'true' | 'false' {
  if (page.name !== here) return 'false';
  return route.name === here ? 'page' : 'true';
}

export const staffNavigationStyles = css`
  .pages {
    display: flex;
    gap: 2px;
    margin-left: var(--_space-2);
  }
  .pages a {
    display: inline-flex;
    align-items: center;
    min-height: 36px;
    padding: 0 11px;
    border-radius: var(--_radius);
    color: var(--_ink-2);
    font: 550 var(--_size) / 1.2 var(--_font);
    text-decoration: none;
    white-space: nowrap;
  }
  .pages a:hover {
    background: var(--_surface-2);
    color: var(--_ink);
  }
  .pages a:not([aria-current='false']) {
    background: var(--_accent-soft);
    color: var(--_ink);
  }
  @media (max-width: 900px) {
    .pages {
      order: 8;
      width: calc(100% + 12px);
      margin: 0 -6px;
      flex-wrap: wrap;
    }
    .pages a {
      padding-inline: 9px;
      font-size: 13px;
    }
  }
  @media (max-width: 420px) {
    .pages {
      gap: 0;
      flex-wrap: nowrap;
      overflow-x: auto;
      scrollbar-width: none;
    }
    .pages a {
      padding-inline: 4px;
      font-size: 12.5px;
    }
  }
  @media (pointer: coarse) {
    .pages a {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .pages a:not([aria-current='false']) {
      outline: 1px solid;
    }
  }
`;
