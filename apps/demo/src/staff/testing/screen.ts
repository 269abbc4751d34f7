import axe from 'axe-core';
import { afterEach, beforeEach, expect } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { TeoStaff } from '../app/teo-staff.js';
import { adoptDesign } from '../design/adopt.js';
import type { FakeApi } from './fake-api.js';

/** Each test starts with nothing kept, in the light, on a wide screen. */
export function freshScreens(): void {
  adoptDesign(document);
  beforeEach(async () => {
    localStorage.clear();
    history.replaceState(null, '', '/staff');
    document.documentElement.style.colorScheme = 'light';
    await page.viewport(1280, 860);
  });
  afterEach(() => document.body.replaceChildren());
}

/** The team's view at an address, over what a test has put into the API. */
export function open(api: FakeApi, address = '/staff'): TeoStaff {
  history.replaceState(null, '', address);
  const staff = new TeoStaff();
  staff.fetch = api.fetch;
  document.body.replaceChildren(staff);
  return staff;
}

/** Nothing that axe knows of is wrong with what is on the screen. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { resultTypes: ['violations'] });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`),
  ).toEqual([]);
}

/** Inside shadow roots too, where `document.activeElement` does not reach. */
export async function expectFocus(locator: Locator): Promise<void> {
  await expect.element(locator).toBeVisible();
  await expect.poll(() => locator.element().matches(':focus')).toBe(true);
}

/** Presses Tab, or Shift and Tab, until the focus is there: it must be reachable, and not by luck. */
export async function tabTo(
  locator: Locator,
  key: '{Tab}' | '{Shift>}{Tab}{/Shift}' = '{Tab}',
): Promise<void> {
  await expect.element(locator).toBeVisible();
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (locator.element().matches(':focus')) return;
    await userEvent.keyboard(key);
  }
  throw new Error('The focus never came there.');
}

/** On a narrow screen, nothing reaches beyond it. */
export async function expectNarrow(): Promise<void> {
  await page.viewport(390, 844);
  await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
}

/** Nothing is wider than the screen. */
export function expectNoSidewaysScroll(): void {
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
}

/** One of the tabs of the composer. */
export const tab = (name: string) => page.getByRole('tab', { name });
export const field = (name: string) => page.getByRole('textbox', { name, exact: true });
export const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
