import type { Page } from '@playwright/test';
import { openDesk, openTeo } from './people.js';
import { expect, expectAccessible, test } from './watched-page.js';

// Of another bird than the pigeon of the other walks, which look for theirs by its name.
const need = 'une mouette rieuse porte nos convocations';
const rationale = 'Trois mouettes sont dressées : elles volent avec la prochaine version de téo.';

/** The API as the téomaster on a page of téo. */
async function asTeomaster(page: Page) {
  const origin = new URL(page.url()).origin;
  const { token } = await (await page.request.post('/host/token', { headers: { origin } })).json();
  const headers = { authorization: `Bearer ${token}` };
  return {
    get: async (path: string) => (await page.request.get(path, { headers })).json(),
    submit: async () => {
      const data = {
        role: 'assistante',
        need,
        purpose: 'surprendre nos stagiaires',
        module: 'communication',
      };
      const sent = { data, headers: { ...headers, 'idempotency-key': crypto.randomUUID() } };
      const response = await page.request.post('/v1/improvements', sent);
      expect(response.status()).toBe(201);
      return response.json();
    },
  };
}

test('a request gets its decision and its reason in the review of the month, and those who wanted it are told', async ({
  page,
  browser,
  watched,
}) => {
  test.slow();
  await openTeo(page, 'u-aurelie-marchand');
  const aurelie = await asTeomaster(page);
  const { id, number } = await aurelie.submit();
  const desk = await openDesk(browser, watched, 'ines.caron@teo.example.fr');
  const dialog = desk.getByRole('dialog');

  await test.step('the review of this month begins with what waits', async () => {
    await desk.getByRole('link', { name: 'Forum' }).click();
    await desk.getByRole('link', { name: 'Analyses mensuelles' }).click();
    await desk.getByRole('link', { name: /^(?:Préparer|Continuer) l’analyse/ }).click();
    await desk.getByLabel('Ordre').selectOption('Module');
    await expect(desk.getByRole('link', { name: need })).toBeVisible();
    await expectAccessible(desk);
  });
  const address = desk.url();

  await test.step('a decision without a reason of substance is refused at its field', async () => {
    await desk.getByRole('button', { name: `Décider, demande ${number}` }).click();
    await dialog.getByRole('radio', { name: 'Planifiée' }).check();
    const reason = dialog.getByRole('textbox', { name: 'Motivation' });
    await reason.fill('Retenu, ok ok ok ok ok ok ok.');
    await dialog.getByRole('button', { name: 'Garder cette décision' }).click();
    await expect(reason).toBeFocused();
    await expect(reason).toHaveAccessibleDescription(/Motivez ce choix en une phrase au moins/);
    await expectAccessible(desk);
    await reason.fill(rationale);
    await dialog.getByRole('button', { name: 'Garder cette décision' }).click();
    await expect(desk.getByText(rationale)).toBeVisible();
    expect(await aurelie.get(`/v1/improvements/${id}`)).toMatchObject({
      status: 'submitted',
      decision: null,
    });
  });

  await test.step('a second person looks at it', async () => {
    const second = await openDesk(browser, watched, 'julien.marchetti@teo.example.fr');
    await second.goto(address);
    await second
      .getByRole('button', { name: `Rien à redire à la décision sur la demande ${number}` })
      .click();
    await expect(second.getByText('Votre relecture est notée.')).toBeAttached();
    await second.context().close();
  });

  await test.step('the review is published at once', async () => {
    await desk.reload();
    await expect(desk.getByText('Relue par Julien Marchetti').first()).toBeVisible();
    await desk.getByRole('button', { name: 'Publier l’analyse' }).click();
    await expect(dialog.getByText(/\d+ personnes seront prévenues, chacune en un message/)).toBeVisible();
    await expect(dialog.getByText(rationale)).toBeVisible();
    await expectAccessible(desk);
    await dialog.getByRole('button', { name: 'Publier l’analyse' }).click();
    await expect(desk.getByText(/\d+ personnes ont été prévenues/)).toBeVisible();
    await expectAccessible(desk);
  });

  await test.step('the request shows its status and its reason, to the team and to whoever submitted it', async () => {
    await desk.getByRole('link', { name: `Demande ${number}` }).click();
    await expect(desk.getByRole('heading', { name: `Demande ${number}`, level: 1 })).toBeFocused();
    await expect(desk.getByText('Planifiée').first()).toBeVisible();
    await expect(desk.getByText(rationale)).toBeVisible();
    await expectAccessible(desk);
    expect(await aurelie.get(`/v1/improvements/${id}`)).toMatchObject({
      status: 'planned',
      decision: { rationale },
    });
    const { notices } = await aurelie.get('/v1/improvement-notices');
    expect(JSON.stringify(notices[0])).toContain(rationale);
    expect(await (await page.request.get('/v1/roadmap.atom')).text()).toContain('mouette rieuse');
  });
  await desk.context().close();
});
