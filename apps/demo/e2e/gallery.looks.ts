import { type GalleryGroup, galleryGroups } from '../src/gallery/states.js';
import { expect, test } from './look.js';
import { signInAs } from './people.js';

/**
 * Whom a group is shown to. What somebody reads is read from then on: who reads tickets counts no unread ones elsewhere.
 * The forms of all types are for those who test something.
 */
const people: Partial<Record<GalleryGroup, string>> = { tickets: 'u-mehdi-benali', forms: 'u-nadia-haddad' };

// A phone, on which all of a form can be seen at once.
test.use({ viewport: { width: 390, height: 640 }, isMobile: true, hasTouch: true });

for (const { name, states } of galleryGroups) {
  test(`the gallery’s ${name}, on a phone`, async ({ page, look, watched }) => {
    watched.expect(/status of (404|422|503)|signed out/);
    await page.goto('/galerie/etat?state=launcher');
    await signInAs(page, people[name] ?? 'u-claire-vasseur');
    for (const state of states) {
      await page.goto(`/galerie/etat?${new URLSearchParams({ state, scheme: 'light', lang: 'fr' })}`);
      await expect(page.locator('body[data-staged]')).toBeAttached({ timeout: 20_000 });
      await look(state, {
        ...(state.startsWith('file-') ? { of: page.locator('teo-support-images-field') } : {}),
        whole: /^(?:form|ticket)-/u.test(state),
        loading: state.endsWith('-loading'),
      });
    }
  });
}
