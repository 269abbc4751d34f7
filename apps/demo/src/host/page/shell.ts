import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { type ScreenName, screens } from '../screens.js';
import type { HostSessionView } from '../session.js';
import { hrefOf } from './language.js';
import type { HostWords } from './words.js';

type Module = keyof HostWords['modules'];

interface ShellOptions {
  readonly screen: ScreenName;
  readonly content: TemplateResult;
  readonly switchTo: (sub: string) => Promise<void>;
  readonly reset: () => Promise<void>;
}

const signs: Readonly<Record<Module, SVGTemplateResult>> = {
  directory: svg`<circle cx="10" cy="7" r="3"/><path d="M4 16.5a6 6 0 0 1 12 0"/>`,
  calendar: svg`<rect x="3" y="4" width="14" height="13" rx="2"/><path d="M3 8.5h14M7 2.5v3M13 2.5v3"/>`,
  training_files: svg`<path d="M2.5 5.5h5l1.6 2h8.4v9h-15Z"/>`,
  invoicing: svg`<path d="M5 2.5h10v15l-2.5-1.6-2.5 1.6-2.5-1.6L5 17.5Z"/><path d="M8 7h4M8 10.5h4"/>`,
  steering: svg`<path d="M3 17V9M8.7 17V3.5M14.3 17v-5.5M2 17h16"/>`,
  documents: svg`<path d="M5 2.5h6.5L15.5 6.500v11H5Z"/><path d="M11.5 2.500v4h4"/>`,
  communication: svg`<path d="M3 4.500h14v9H9.500L6 16.500v-3H3Z"/>`,
  administration: svg`<circle cx="10" cy="10" r="2.6"/><path d="M10 2.500v2.400M10 15.100v2.400M2.5 10h2.400M15.1 10h2.400M4.7 4.700l1.7 1.700M13.6 13.600l1.7 1.700M4.7 15.300l1.7-1.700M13.6 6.400l1.7-1.7"/>`,
};

/** What stands around every screen of téo: the bar, the modules, who is signed in. */
export function shell(session: HostSessionView, words: HostWords, options: ShellOptions): TemplateResult {
  const { person } = session;
  return html`<header class="topbar">
      <span class="logo">téo</span>
      <span class="organization">${person.organization}</span>
      <span class="spring"></span>
      <a class="help" href=${hrefOf('faq')} aria-current=${options.screen === 'faq' ? 'page' : 'false'}>${words.faq}</a>
      <a class="help" href=${hrefOf('forum')} aria-current=${options.screen === 'forum' || options.screen === 'roadmap' ? 'page' : 'false'}>${words.forum}</a>
      <details class="account">
        <summary aria-label=${words.account(person.name)}><span class="initials" aria-hidden="true">${person.name[0]}</span><span class="who">${person.name}</span></summary>
        <div class="menu">
          <label for="person">${words.switchTo}</label>
           <select class="input" id="person" aria-describedby="person-hint" @change=${({ target }: Event) => target instanceof HTMLSelectElement && void options.switchTo(target.value)}>
            ${session.organizations.map(
              (
                organization,
              ) => html`<optgroup label=${words.organization(organization.name, organization.trainings, organization.trials)}>
                ${organization.people.map(({ sub, name }) => html`<option value=${sub} ?selected=${sub === person.sub}>${name}</option>`)}
              </optgroup>`,
            )}
          </select>
          <p class="hint" id="person-hint">${words.switchHint}</p>
          <button type="button" class="button" @click=${() => void options.reset()}>${words.reset}</button>
          <a class="button quiet" href="/staff">${words.staff}</a>
        </div>
      </details>
    </header>
    <div class="frame">
      <nav class="modules" aria-label=${words.navigation}>
        <ul>${modules.map((module) => html`<li>${moduleEntry(module, session.screens, words, options.screen)}</li>`)}</ul>
      </nav>
      <main>${options.content}</main>
    </div>`;
}

const modules = [
  'directory',
  'calendar',
  'training_files',
  'invoicing',
  'steering',
  'documents',
  'communication',
  'administration',
] as const satisfies readonly Module[];

/** A module of téo: a link where the demo has a screen of it for this person, and a name otherwise. */
function moduleEntry(
  module: Module,
  offered: readonly ScreenName[],
  words: HostWords,
  current: ScreenName,
): TemplateResult {
  const screen = offered.find((name) => screens[name].module === module);
  const content = html`<svg viewBox="0 0 20 20" aria-hidden="true">${signs[module]}</svg><span>${words.modules[module]}</span>`;
  if (screen === undefined) return html`<span class="module">${content}</span>`;
  return html`<a class="module" href=${hrefOf(screen)} aria-current=${screen === current ? 'page' : 'false'}>${content}</a>`;
}
