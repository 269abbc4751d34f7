import { ours } from './apart.js';

/** An element that is told when it comes and when it goes, as those of Lit are. */
interface Told extends HTMLElement {
  connectedCallback(): void;
  disconnectedCallback(): void;
}

/** Registers an element, unless another copy of the widget has done so. What goes wrong as it comes or goes is marked as ours. */
export function define(tag: string, kind: CustomElementConstructor & { readonly prototype: Told }): void {
  if (customElements.get(tag) !== undefined) return;
  const { prototype } = kind;
  prototype.connectedCallback = ours(prototype.connectedCallback);
  prototype.disconnectedCallback = ours(prototype.disconnectedCallback);
  customElements.define(tag, kind);
}
