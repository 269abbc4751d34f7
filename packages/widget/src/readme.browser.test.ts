/// <reference types="vite/client" />
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import readme from '../README.md?raw';
import './teo-support.js';
import { FakeApi } from './testing/fake-api.js';

test('the element of the README works as it is written there', async () => {
  const markup = /```html\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const found = new DOMParser().parseFromString(markup, 'text/html').querySelector('teo-support');
  const widget = document.importNode(found ?? document.createElement('div'), true);
  document.body.append(widget);
  if (!('open' in widget)) throw new Error('The README shows no teo-support.');
  const element = document.querySelector('teo-support');
  if (element === null) throw new Error('The element is not there.');
  expect(element.getAttribute('token-url')).toBe('/support-token');
  element.getToken = async () => 'token';
  element.fetch = new FakeApi().fetch;
  await element.open();
  await expect.element(page.getByRole('tab', { name: 'Nouveau ticket' })).toBeVisible();
  element.remove();
});
