import { act, createElement, createRef } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { TeoSupport as TeoSupportElement } from './launcher/teo-support.js';
import { TeoSupport } from './react.js';
import { FakeApi } from './testing/fake-api.js';

// What React's `act` asks for.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

function mounted() {
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  onTestFinished(async () => {
    await act(async () => root.unmount());
    place.remove();
  });
  return {
    place,
    render: (props: Parameters<typeof TeoSupport>[0]) =>
      act(async () => root.render(createElement(TeoSupport, props))),
  };
}

test('the component sets attributes and properties, tells events, and gives the element', async () => {
  const api = new FakeApi();
  const { place, render } = mounted();
  const ref = createRef<TeoSupportElement>();
  const onOpened = vi.fn();
  const getToken = vi.fn(async () => 'token');
  await render({
    ref,
    baseUrl: 'http://api.test',
    hostVersion: 'téo 8.6',
    lang: 'en',
    module: 'invoicing',
    getToken,
    onOpened,
  });
  const element = place.querySelector('teo-support');
  expect(ref.current).toBe(element);
  expect(element?.getAttribute('base-url')).toBe('http://api.test');
  expect(element?.getAttribute('host-version')).toBe('téo 8.6');
  expect(element?.getAttribute('module')).toBe('invoicing');
  expect(element?.hasAttribute('gettoken')).toBe(false);
  if (element !== null) element.fetch = api.fetch;
  await page.getByRole('button', { name: 'Help' }).click();
  await expect.poll(() => onOpened.mock.calls.length).toBe(1);
  expect(getToken).toHaveBeenCalled();

  await render({ ref, lang: 'fr', getToken });
  expect([element?.lang, element?.getAttribute('module')]).toEqual(['fr', null]);
});
