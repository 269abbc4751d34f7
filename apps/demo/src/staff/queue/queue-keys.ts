import type { ReactiveController, ReactiveControllerHost } from 'lit';

const storageKey = 'teo-staff:keys';

/**
 * Going through the queue by keyboard: j and k from row to row, / to the search; arrows once a row has the focus.
 * Single letters can be switched off, as speech input may type them by accident (WCAG 2.1.4).
 */
export class QueueKeys implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  #on = localStorage.getItem(storageKey) !== 'off';

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    this.#host = host;
    host.addController(this);
  }

  get on(): boolean {
    return this.#on;
  }

  switch(on: boolean): void {
    this.#on = on;
    localStorage.setItem(storageKey, on ? 'on' : 'off');
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.#pressed);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#pressed);
  }

  readonly #pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    if (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')) return;
    const rows = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('a[data-ticket]')];
    const at = target instanceof HTMLElement ? rows.indexOf(target) : -1;
    const next = nextFocus(event.key, at, rows.length, this.#on);
    if (next === null) return;
    event.preventDefault();
    if (next === 'search') this.#host.renderRoot.querySelector<HTMLElement>('#q')?.focus();
    else rows[next]?.focus();
  };
}

/** Where a key leads from row `at` (-1 outside the rows) of `count`; `null` when it is not for the queue. */
export function nextFocus(
  key: string,
  at: number,
  count: number,
  letters: boolean,
): number | 'search' | null {
  if (key === '/' && letters) return 'search';
  if (count === 0) return null;
  const down = (key === 'j' && letters) || (key === 'ArrowDown' && at >= 0);
  const up = (key === 'k' && letters) || (key === 'ArrowUp' && at >= 0);
  if (down) return Math.min(count - 1, at + 1);
  if (up) return Math.max(0, at - 1);
  return null;
}
