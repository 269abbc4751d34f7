/** Registers an element, unless another copy of the widget has done so. */
export function define(tag: string, kind: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, kind);
}
