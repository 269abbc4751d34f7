import axe from 'axe-core';
import { expect } from 'vitest';
import type { Locator } from 'vitest/browser';
import '../teo-support.js';
import type { TeoSupport } from '../launcher/teo-support.js';
import type { FakeApi } from './fake-api.js';

/** Puts a widget into the page, as a host page does. */
export function embed(api: FakeApi, attributes: Readonly<Record<string, string>> = {}): TeoSupport {
  const widget = document.createElement('teo-support');
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  widget.getToken = () => Promise.resolve('token');
  widget.fetch = api.fetch;
  document.body.append(widget);
  return widget;
}

/** No finding of axe, and nothing that a strict Content-Security-Policy would refuse. */
export async function expectAccessible(widget: TeoSupport): Promise<void> {
  const { violations } = await axe.run(widget, { resultTypes: ['violations'] });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`),
  ).toEqual([]);
  const inlineStyles = inside(widget).filter(
    (element) => element.hasAttribute('style') || element.localName === 'style',
  );
  expect(inlineStyles.map(({ outerHTML }) => outerHTML)).toEqual([]);
}

/** Every element of a widget, those in its shadow roots too. */
export function inside(widget: TeoSupport): Element[] {
  return elementsIn(widget.shadowRoot);
}

function elementsIn(root: ShadowRoot | null): Element[] {
  return [...(root?.querySelectorAll('*') ?? [])].flatMap((element) => [
    element,
    ...elementsIn(element.shadowRoot),
  ]);
}

/** Inside shadow roots too, where `document.activeElement` does not reach. */
export async function expectFocus(locator: Locator): Promise<void> {
  await expect.element(locator).toBeVisible();
  await expect.poll(() => locator.element().matches(':focus')).toBe(true);
}

/** A picture of 1 × 1 px, as a person would paste it. */
export function aPicture(name = 'capture.png'): File {
  const base64 =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new File([bytes], name, { type: 'image/png' });
}
