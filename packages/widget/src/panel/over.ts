import type { TemplateResult } from 'lit';
import { apart } from './apart.js';
import type { OverPage, PanelPlace } from './panel-place.js';

/** Opens a page over the view, or over another page. When it is closed the person is where they were. */
export function openOver(panel: PanelPlace, heading: string, render: () => TemplateResult): void {
  const top = contentOf(panel)?.scrollTop ?? 0;
  const focus = focusIn(panel.renderRoot);
  const page: OverPage = {
    heading,
    render,
    close: () => {
      panel.over = panel.over.filter((other) => other !== page);
      apart(goBack(panel, top, focus));
    },
  };
  panel.over = [...panel.over, page];
  apart(panel.focusHeading());
}

async function goBack(panel: PanelPlace, top: number, focus: HTMLElement | null): Promise<void> {
  if (!focus?.isConnected) {
    await panel.focusHeading();
    return;
  }
  await panel.updateComplete;
  contentOf(panel)?.scrollTo(0, top);
  focus.focus({ preventScroll: true });
}

/** What has the focus, inside other elements too. */
function focusIn(root: HTMLElement | DocumentFragment): HTMLElement | null {
  let focused = root instanceof ShadowRoot ? root.activeElement : null;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement ? focused : null;
}

/** What came over the view takes the focus, unless the person has gone elsewhere while it came. */
export function readOn({ renderRoot }: PanelPlace, shown: EventTarget | null): void {
  const focused = focusIn(renderRoot);
  if (shown instanceof HTMLElement && (focused === null || focused.matches('h2'))) shown.focus();
}

function contentOf({ renderRoot }: PanelPlace): Element | null {
  return renderRoot.querySelector('.content');
}
