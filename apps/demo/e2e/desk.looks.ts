import { expect, test } from './look.js';
import { signInToDesk } from './people.js';

/** The pages of the team, as they are come to. Nothing here writes: what one walk finds hangs on no other. */
test.use({ viewport: { width: 1280, height: 860 } });

const both = { at: [1280, 390] };

test('the team: signing in, the queue and a ticket', async ({ page, look }) => {
  await page.goto('/staff');
  await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible();
  await look('staff-sign-in');
  await signInToDesk(page, 'ines.caron@teo.example.fr');
  await expect(page.getByText(/^\d+ tickets$/)).toBeVisible();
  await look('staff-queue', both);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Queue' })).toBeVisible();
  await look('staff-queue-en', { at: [390] });
  await page.getByRole('button', { name: 'Français' }).click();
  await page.getByLabel('Rechercher').fill('EDOF');
  await expect(page.getByText(/^4 tickets$/)).toBeVisible();
  await page.getByRole('link', { name: 'Les entrées en formation ne remontent plus vers EDOF' }).click();
  await expect(page.getByText(/^Aucun article ne vient de ce ticket/)).toBeVisible();
  await look('staff-ticket', { ...both, dark: true });
});

test('the team: the FAQ', async ({ page, look }) => {
  await signInToDesk(page, 'ines.caron@teo.example.fr');
  const menu = page.getByRole('navigation').first();
  await menu.getByRole('link', { name: 'FAQ' }).click();
  await expect(page.getByText(/^\d+ articles$/)).toBeVisible();
  await look('staff-faq', both);
  await page.goto('/staff/faq/relancer-signature');
  await expect(page.getByRole('heading', { name: 'Classement' })).toBeVisible();
  await look('staff-article');
  await page.goto('/staff/faq-editor/relancer-signature');
  await expect(page.getByRole('heading', { name: 'Aperçu' })).toBeVisible();
  await look('staff-faq-editor', both);
});

test('the team: the forum, the review, and who uses it', async ({ page, look }) => {
  await signInToDesk(page, 'ines.caron@teo.example.fr');
  const menu = page.getByRole('navigation').first();
  await menu.getByRole('link', { name: 'Forum' }).click();
  await expect(page.getByText(/^\d+ demandes$/)).toBeVisible();
  await look('staff-forum', both);
  await page.getByRole('link', { name: 'Analyses mensuelles' }).click();
  await expect(page.getByRole('link', { name: 'Analyse de septembre 2026', exact: true })).toBeVisible();
  await look('staff-reviews');
  await page.getByRole('link', { name: 'Analyse de septembre 2026', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Analyse de septembre 2026' })).toBeFocused();
  await look('staff-review', both);
  await menu.getByRole('link', { name: 'Organismes' }).click();
  await expect(page.getByText(/^\d+ organismes$/)).toBeVisible();
  await look('staff-organizations');
});
