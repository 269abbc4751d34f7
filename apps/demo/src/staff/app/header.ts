import type { Locale } from '@teo-support/core/messages';
import type { StaffMember } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.js';
import type { Words } from '../locales/index.js';
import type { Route } from '../navigation/route.js';
import { staffNavigation } from '../navigation/staff-navigation.js';

interface HeaderOptions {
  readonly words: Words;
  readonly locale: Locale;
  readonly member: StaffMember | null;
  readonly route: Route;
  readonly connected: boolean;
  readonly onLocale: (locale: Locale) => void;
  readonly onSkip: (event: Event) => void;
  readonly onSignOut: () => void;
}

/** The bar above everything: where one is, whether it is live, in which language, and who. */
export function header(options: HeaderOptions): TemplateResult {
  const { words, locale, member, connected } = options;
  const languageButton = (language: Locale) =>
    html`<button type="button" lang=${language} aria-pressed=${locale === language ? 'true' : 'false'}
      @click=${() => options.onLocale(language)}><span aria-hidden="true">${language.toUpperCase()}</span><span class="visually-hidden">${words.language[language]}</span></button>`;
  return html`<header class="bar">
    <a class="skip button" href="#content" @click=${options.onSkip}>${words.skip}</a>
    <a class="product" href="/staff"><span class="mark" aria-hidden="true">t</span>${words.product}</a>
    ${member === null ? nothing : staffNavigation(options.route, member, words)}
    ${member === null ? nothing : connection(connected, words)}
    <span class="spring"></span>
    <div class="languages" role="group" aria-label=${words.language.label}>${languageButton('fr')}${languageButton('en')}</div>
    ${
      member === null
        ? nothing
        : html`<span class="member">${icon('person')}<span>${member.name}</span></span>
            <button type="button" class="button quiet" @click=${options.onSignOut}>${icon('exit')}<span>${words.signIn.signOut}</span></button>`
    }
  </header>`;
}

function connection(connected: boolean, words: Words): TemplateResult {
  return html`<span class=${connected ? 'connection' : 'connection lost'}>
    ${connected ? html`<span class="dot"></span>` : icon('offline')}
    <span>${connected ? words.connection.live : words.connection.lost}</span>
  </span>`;
}

export const headerStyles = css`
  .bar {
    position: sticky;
    top: 0;
    z-index: 5;
    display: flex;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    min-height: 56px;
    padding: 6px var(--_space-5);
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }
  .product {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    border-radius: var(--_radius);
    color: var(--_ink);
    font: 650 15px / 1 var(--_font);
    text-decoration: none;
    white-space: nowrap;
  }
  .mark {
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border-radius: 8px;
    background: var(--_accent);
    color: var(--_on-accent);
    font: 700 16px / 1 var(--_font);
  }
  .spring {
    flex: 1;
  }
  .connection {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    margin-left: var(--_space-2);
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
  .connection.lost {
    padding: 3px 10px;
    border-radius: 999px;
    background: var(--_warning-soft);
    color: var(--_warning);
    font-weight: 600;
  }
  .connection .dot {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--_success);
  }
  .languages {
    display: inline-flex;
    padding: 2px;
    border-radius: var(--_radius);
    background: var(--_surface-2);
  }
  .languages button {
    min-width: 34px;
    min-height: 28px;
    border: 0;
    border-radius: calc(var(--_radius) - 2px);
    background: none;
    color: var(--_ink-2);
    font: 600 12px / 1 var(--_font);
    cursor: pointer;
  }
  .languages button[aria-pressed='true'] {
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow);
  }
  .member {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--_ink-2);
    white-space: nowrap;
  }
  .bar .button.quiet .icon {
    display: none;
  }
  @media (max-width: 720px) {
    .bar {
      flex-wrap: wrap;
      padding-inline: var(--_space-4);
    }
    .bar .button.quiet span,
    .connection:not(.lost) span:last-child {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .member {
      display: none;
    }
    .bar .button.quiet {
      position: relative;
      width: 44px;
      padding: 0;
    }
    .bar .button.quiet .icon {
      display: block;
    }
    .connection.lost {
      order: 9;
      width: 100%;
      margin: 0;
      justify-content: center;
    }
  }
  @media (pointer: coarse) {
    .languages button {
      min-width: 44px;
      min-height: 40px;
    }
  }
`;
