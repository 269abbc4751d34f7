/**
 * Lit as the package for bundlers has it: the build puts this in the place of `lit`. What goes wrong while an element is drawn,
 * or in a listener of a template, is marked as ours on its way to the page, as `lean-lit` does it in the script.
 */
import { LitElement as Element, html as template } from 'lit';
import { marked, ours } from '../panel/apart.js';

export { css, nothing, svg, unsafeCSS } from 'lit';

type Listener = (this: unknown, event: unknown) => unknown;

/** Before a hole for a listener. */
const listening = /\s@[\w-]+=["']?$/;

/** One for each listener, so that the same one is not taken for another when it is drawn again. */
const guards = new WeakMap<Listener, Listener>();

function guarded(listener: Listener): Listener {
  const guard = guards.get(listener) ?? ours(listener);
  guards.set(listener, guard);
  return guard;
}

function isListener(value: unknown): value is Listener {
  return typeof value === 'function';
}

export function html(strings: TemplateStringsArray, ...values: unknown[]): ReturnType<typeof template> {
  return template(
    strings,
    ...values.map((value, place) =>
      isListener(value) && listening.test(strings[place] ?? '') ? guarded(value) : value,
    ),
  );
}

export class LitElement extends Element {
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      throw marked(error);
    }
  }
}
