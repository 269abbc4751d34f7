import { galleryGroups } from '../src/gallery/states.js';
import { spokenFaults } from './spoken-faults.js';
import { spokenTree } from './spoken-tree.js';
import { expect, expectAccessible, test } from './watched-page.js';

test('the gallery names every state, in both languages, and shows them in frames', async ({ page }) => {
  await page.goto('/galerie?lang=en&width=320');
  const states = galleryGroups.flatMap((group) => [...group.states]);
  await expect(page.locator('iframe')).toHaveCount(states.length);
  await expect(page.getByRole('heading', { name: 'Gallery of the widget' })).toBeVisible();
  await expect(page.frameLocator('iframe').first().getByRole('button', { name: 'Help' })).toBeVisible();
  await page.getByLabel('Language').selectOption('fr');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('heading', { name: 'Galerie du widget' })).toBeVisible();
});

for (const { name, states } of galleryGroups) {
  test(`nothing is wrong with any state of the gallery’s ${name}, light and dark`, async ({
    page,
    watched,
  }) => {
    test.slow();
    // What a state is about is noted by the browser, too.
    watched.expect(/status of (404|422|503)|signed out/);
    for (const state of states) {
      for (const scheme of ['light', 'dark']) {
        await test.step(`${state}, ${scheme}`, async () => {
          await page.setViewportSize({ width: 390, height: 760 });
          await page.goto(`/galerie/etat?${new URLSearchParams({ state, scheme, lang: 'en' })}`);
          await expect(page.locator('body[data-staged]')).toBeAttached({ timeout: 20_000 });
          if (state !== 'launcher') await expect(page.getByRole('dialog')).toBeVisible();
          if (!state.endsWith('-loading')) await expect(page.getByText('Loading…')).toHaveCount(0);
          await expectAccessible(page);
          expect(spokenFaults(await spokenTree(page))).toEqual([]);
        });
      }
    }
  });
}
