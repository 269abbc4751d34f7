import { isTicketType, type TicketType } from '@teo-support/core';
import type { TemplateResult } from 'lit';
import type { Destination, GivenAnswers } from '../launcher/settings.js';
import type { Language } from '../locales/language.js';
import type { HomeTab } from './home.js';
import type { Session } from './session.js';

/** How the person came to a form without its name. */
export interface Found {
  /** Stands above the form: from where it comes, and the way back to the question before. */
  notice(): TemplateResult;
  /** Back to the last question; what the subject says by now goes along. */
  back(): void;
}

/** What the panel shows, below the pages that are opened over it. */
export type View =
  | { readonly name: 'home'; readonly tab: HomeTab; readonly answers?: GivenAnswers }
  | {
      readonly name: 'filing';
      readonly type: TicketType;
      readonly answers: GivenAnswers;
      /** Where the type was found by questions. */
      readonly found?: Found;
    }
  /** What has arrived. */
  | { readonly name: 'filed'; readonly heading: string; readonly render: () => TemplateResult }
  | { readonly name: 'ticket'; readonly id: string };

/** The choice of types. */
export const start = { name: 'home', tab: 'new' } as const satisfies View;

/** Where a destination lies; `null` for the form of a type that does not exist. */
export function viewOf(destination: Destination): View | null {
  switch (destination.view) {
    case 'home':
      return start;
    case 'faq':
    case 'article':
      return { name: 'home', tab: 'faq' };
    case 'improvements':
    case 'improvement':
      return { name: 'home', tab: 'forum' };
    case 'compose': {
      const { type, answers } = destination;
      return isTicketType(type) ? { name: 'filing', type, answers } : null;
    }
    case 'ticket':
      return { name: 'ticket', id: destination.id };
  }
}

/** A page may ask for the form of a type that this organization may not use: it gets the choice of types. */
export function offered(view: View, session: Session | undefined): View {
  return view.name === 'filing' && session?.me.ticketTypes.includes(view.type) === false ? start : view;
}

/** The tab that the code of a view belongs to. */
export function tabOf(view: View): HomeTab {
  if (view.name === 'home') return view.tab;
  return view.name === 'ticket' ? 'mine' : 'new';
}

export function headingOf(view: View, { words, domain }: Language): string {
  switch (view.name) {
    case 'home':
      return words.title;
    case 'filing':
      return domain.ticketTypes[view.type].name;
    case 'filed':
      return view.heading;
    case 'ticket':
      return words.home.myTickets;
  }
}
