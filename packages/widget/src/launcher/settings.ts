import type { GetToken } from '@teo-support/sdk';
import type { Language } from '../locales/language.js';

/** What the element hands to the panel: how the host page has set the widget up. */
export interface Settings {
  readonly baseUrl: string;
  /** What is said first; it comes beside the code of the panel. */
  readonly language: Language;
  readonly hostVersion: string;
  readonly getToken: GetToken;
  /** For tests and unusual platforms; `null` for the browser's own. */
  readonly fetch: typeof fetch | null;
  /** What the page says of the module of téo that it belongs to; empty where it says nothing. */
  readonly module: () => string;
  /** What the page adds to what goes along with a ticket, asked when a form is opened. May throw. */
  readonly hostContext: () => HostContext | undefined;
  /** The last errors of the page since the widget is there, oldest first: what was said in each, with `\0` in between. */
  readonly recentErrors: () => readonly string[];
  /** The person wants the panel out of the way. */
  readonly close: () => void;
  /** The page gives tokens of somebody else from now on. */
  readonly personChanged: () => void;
  /** A ticket was filed. */
  readonly filed: (detail: FiledDetail) => void;
}

/** The element, as the panel asks it how the page has set the widget up. */
export interface WidgetElement extends HTMLElement {
  readonly fetch: typeof fetch | null;
  readonly getContext: (() => HostContext) | null;
  close(): void;
  identify(): void;
}

/** What the element has by the time that the code of the panel has come. */
export interface Given {
  /** The page's first answer, if it was asked already: what is asked for first is this one. */
  readonly token: Promise<string> | null;
  readonly ask: GetToken;
  readonly errors: readonly string[];
}

/** `detail` of `teo-support-filed`. */
export interface FiledDetail {
  readonly id: string;
  readonly reference: string;
}

/** What the host page adds to what goes along with a ticket: shown in words before it is sent, each to be taken out. */
export interface HostContext {
  /** The features that are switched on for this person, by their names: 50 at the most. */
  readonly featureFlags?: readonly string[];
  /** What else helps, by the name under which the person reads it: 10 at the most, of 500 characters each. */
  readonly details?: Readonly<Record<string, string>>;
}

/** What the host page already knows of a new ticket: words or the chosen option, by field name of its type. */
export type GivenAnswers = Readonly<Record<string, string>>;

/**
 * Where the panel opens: at its start, the FAQ with words to search, an article, the improvement forum, one of its requests,
 * a new ticket of a type, or a ticket.
 */
export type Destination =
  | { readonly view: 'home' }
  | { readonly view: 'faq'; readonly q?: string }
  | { readonly view: 'article'; readonly id: string }
  | { readonly view: 'improvements' }
  | { readonly view: 'improvement'; readonly id: string }
  | { readonly view: 'compose'; readonly type: string; readonly answers: GivenAnswers }
  | { readonly view: 'ticket'; readonly id: string };

/** What the element does with a panel, once its code is there. */
export interface PanelElement extends HTMLElement {
  settings: Settings | null;
  show(destination: Destination | null): Promise<void>;
  hide(): void;
}
