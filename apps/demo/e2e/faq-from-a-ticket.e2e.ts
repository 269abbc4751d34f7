import { openDesk, openTeo } from './people.js';
import { expect, expectAccessible, test } from './watched-page.js';

const subject = 'Le cadre F du BPF ne retombe pas sur nos heures stagiaires';
const title = 'Le cadre F du BPF ne correspond pas aux heures stagiaires';

test('what one téomaster was told helps the next, who reads nothing of the first', async ({
  page,
  browser,
  watched,
}) => {
  test.slow();
  const desk = await openDesk(browser, watched, 'ines.caron@teo.example.fr');

  await test.step('a resolved ticket becomes a draft in one action', async () => {
    await desk.goto(`/staff?status=closed&q=${encodeURIComponent('cadre BPF stagiaires')}`);
    await desk.getByRole('link', { name: subject }).click();
    await desk.getByRole('button', { name: 'En faire un article' }).click();
    await desk.getByRole('link', { name: subject }).click();
    await expect(desk.getByText('3 points restent à trancher avant l’envoi.')).toBeVisible();
    await expectAccessible(desk);
  });

  await test.step('what is masked is settled, one by one', async () => {
    await desk.getByRole('link', { name: 'Trancher dans l’éditeur' }).click();
    await desk.getByRole('button', { name: 'Laisser masqué : 18 420' }).click();
    await desk.getByRole('button', { name: 'Laisser masqué : 17 965' }).click();
    await desk.getByRole('button', { name: 'Remplacer : 455' }).click();
    await expect(desk.getByRole('heading', { name: 'À trancher' })).toBeFocused();
    await desk.getByRole('textbox', { name: 'Titre', exact: true }).fill(title);
    await expectAccessible(desk);
    await desk.getByRole('button', { name: 'Enregistrer et envoyer en relecture' }).click();
    await expect(desk.getByText('Vous y avez écrit : une autre personne doit le relire.')).toBeVisible();
  });

  const address = desk.url();
  await test.step('a second person reviews and publishes it', async () => {
    const reader = await openDesk(browser, watched, 'julien.marchetti@teo.example.fr');
    await reader.goto(address);
    await reader.getByRole('button', { name: 'Relire' }).click();
    await reader.getByRole('dialog').getByText('Bon à publier').click();
    await reader.getByRole('button', { name: 'Enregistrer la relecture' }).click();
    await reader.getByRole('button', { name: 'Publier' }).click();
    await reader.getByRole('dialog').getByRole('button', { name: 'Publier' }).click();
    await expect(reader.getByText('Publié, édition 1')).toBeVisible();
    await expectAccessible(reader);
    await reader.context().close();
  });

  await test.step('a téomaster of another organization finds it', async () => {
    await openTeo(page, 'u-aurelie-marchand');
    const answer = await page.evaluate(async (q) => {
      const { token } = await (await fetch('/host/token', { method: 'POST' })).json();
      const headers = { authorization: `Bearer ${token}` };
      const found = await (
        await fetch(`/v1/faq/search?language=fr&q=${encodeURIComponent(q)}`, { headers })
      ).json();
      const id = found.hits[0]?.id;
      return JSON.stringify(await (await fetch(`/v1/faq/articles/${id}?language=fr`, { headers })).json());
    }, 'cadre F du BPF heures stagiaires');
    expect(answer).toContain(title);
    for (const secret of ['18 420', '17 965', '455', 'TEO-', 'Claire', 'Atelier'])
      expect(answer).not.toContain(secret);
  });
  await desk.context().close();
});
