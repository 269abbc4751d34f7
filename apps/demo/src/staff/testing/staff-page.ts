import axe from 'axe-core';
import { expect } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import '../app/teo-staff.js';
import { TeoStaff } from '../app/teo-staff.js';
import type { FakeApi } from './fake-api.js';

/** The staff view at an address, on an API of the test. */
export function openStaff(api: FakeApi, address: string): TeoStaff {
  history.replaceState(null, '', address);
  const staff = new TeoStaff();
  staff.fetch = api.fetch;
  document.body.replaceChildren(staff);
  return staff;
}

/** Nothing that axe knows of is wrong with the page as it stands. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body);
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`),
  ).toEqual([]);
}

/** Inside shadow roots too, where `document.activeElement` does not reach. */
export async function expectFocus(locator: Locator): Promise<void> {
  await expect.element(locator).toBeVisible();
  await expect.poll(() => locator.element().matches(':focus')).toBe(true);
}

/** Nothing reaches beyond a narrow screen. */
export async function expectNarrow(): Promise<void> {
  await page.viewport(390, 844);
  await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
}
