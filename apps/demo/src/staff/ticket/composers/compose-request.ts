import type { ComposerMode } from './composer-mode.js';

declare global {
  interface HTMLElementEventMap {
    'compose-request': ComposeRequest;
  }
}

/** Somewhere on the page, a button leads to one of the forms. */
export class ComposeRequest extends Event {
  readonly mode: ComposerMode;

  constructor(mode: ComposerMode) {
    super('compose-request', { bubbles: true, composed: true });
    this.mode = mode;
  }
}

/** Opens one of the forms from wherever the event started. */
export function compose(mode: ComposerMode): (event: Event) => void {
  return ({ target }) => target?.dispatchEvent(new ComposeRequest(mode));
}
