import type { LitElement, ReactiveController } from 'lit';

/** The one `<dialog>` of an element: opens over the page, and gives the focus back to where it came from. */
export class Modal implements ReactiveController {
  readonly #host: LitElement;
  /** What a dialog holds is drawn only while it is open. */
  open = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  readonly show = async (): Promise<void> => {
    this.open = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#dialog?.showModal();
    await this.focusFirst();
  };

  readonly close = (): void => {
    this.#dialog?.close();
  };

  /** To be told of the dialog's own `close`, as Escape closes it, too. */
  readonly closed = (): void => {
    this.open = false;
    this.#host.requestUpdate();
    this.#host.renderRoot.querySelector<HTMLElement>('.opener')?.focus();
  };

  /** Puts the focus where the content says that it begins. */
  async focusFirst(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('dialog [data-first]')?.focus();
  }

  /** Nothing to do: the state lives as long as the element. */
  hostConnected(): void {}

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }
}
