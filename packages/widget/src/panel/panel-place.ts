import type { LiveEvent } from '@teo-support/core/contract';
import type { TemplateResult } from 'lit';
import type { Destination } from '../launcher/settings.js';
import type { View } from './view.js';

/** A page over the view of the panel, with its own heading. */
export interface OverPage {
  readonly heading: string;
  readonly render: () => TemplateResult;
  readonly close: () => void;
}

/** What opens articles of the FAQ over whatever is shown. */
interface ArticleReader {
  open(articleId: string, form: null): void;
}

/** The panel as its parts see it. */
export interface PanelPlace {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  readonly view: View;
  /** What was opened over the view, one from another: the last is shown, and all below waits. */
  over: readonly OverPage[];
  readonly lastEvent: LiveEvent | null;
  /** Grows each time something may have been missed, after a cut or a pause. */
  readonly refreshes: number;
  /** The tickets to which the team is writing an answer. */
  readonly answering: ReadonlySet<string>;
  /** The tickets in which something happened since the person read them last. */
  readonly unread: ReadonlySet<string>;
  /** A version of a ticket stands before the person. */
  seen(ticketId: string, version: number): void;
  focusHeading(): Promise<void>;
  /** Shows another view, and what is open over it. */
  move(view: View, over?: readonly OverPage[]): void;
  announce(text: string): void;
  /** What a tab shows. @throws `SupportError` when its code does not come */
  tabPart(tab: 'faq'): Promise<ArticleReader>;
}

/** What a tab shows, once its code has come. */
export interface TabPart {
  render(): TemplateResult;
  /** The person was led to a place in it. */
  arrive(destination: Destination): void;
}
