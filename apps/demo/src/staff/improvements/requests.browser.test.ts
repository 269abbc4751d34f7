import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi } from '../testing/fake-api.js';
import { FakeForum } from '../testing/forum.js';
import {
  expectAccessible,
  expectFocus,
  expectNarrow,
  field,
  freshScreens,
  open,
  press,
  tabTo,
} from '../testing/screen.js';
import { aTicket, sarah } from '../testing/tickets.js';

freshScreens();

const rationale = 'Plusieurs organismes la demandent, et elle tient dans la prochaine version.';
let api: FakeApi;
let forum: FakeForum;

beforeEach(() => {
  api = new FakeApi(aTicket());
  forum = new FakeForum(api);
  forum.submit('relance', {
    need: 'relancer les impayés',
    daysAgo: 45,
    votes: [
      ['Atelier des Métiers', 2],
      ['Formalia Ouest', 1],
    ],
    followers: 1,
  });
  forum.submit('rappel', { need: 'rappeler ce qui est impayé', daysAgo: 3 });
  forum.submit('planning', {
    need: 'imprimer le planning',
    module: 'calendar',
    daysAgo: 100,
    votes: [['Formalia Ouest', 7]],
  });
  forum.decide('planning', '2026-10', { status: 'implemented', rationale });
  forum.similar = ['rappel', 'relance'];
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const link = (name: string) => page.getByRole('link', { name, exact: true });
const heading = () => page.getByRole('heading', { level: 1 });
const dialog = () => page.getByRole('dialog');
const told = (message: string) => page.getByRole('status').filter({ hasText: message });
const posts = () => api.sent.filter(({ method }) => method === 'POST');

describe('the list of requests', () => {
  test('is reached from the header, narrowed down in the address, and leads to each request', async () => {
    open(api);
    await page.getByRole('link', { name: 'Forum' }).click();
    await expectFocus(heading());
    await expect.element(page.getByText('3 demandes', { exact: true })).toBeVisible();
    await expectAccessible();
    await page.getByRole('combobox', { name: 'Décision' }).selectOptions('En attente de décision');
    await expect.element(page.getByText('2 demandes', { exact: true })).toBeVisible();
    await page.getByRole('checkbox', { name: 'En retard seulement' }).click();
    await expect.element(page.getByText('1 demande', { exact: true })).toBeVisible();
    await expect.element(page.getByText('Sans décision depuis plus d’un mois')).toBeVisible();
    expect(location.search).toBe('?status=submitted&overdue=true');
    await page.getByRole('searchbox').fill('zzz');
    await expect.element(page.getByText('Aucune demande ne correspond')).toBeVisible();
    await expectAccessible();
    await button('Effacer les filtres').click();
    await expectNarrow();
    await expectAccessible();
    await link('relancer les impayés').click();
    await expect.element(heading()).toHaveTextContent('Demande 101');
  });

  test('is sorted by votes and by age, and keeps to a module', async () => {
    open(api, '/staff/improvements');
    const names = () =>
      page
        .getByRole('list')
        .getByRole('link')
        .elements()
        .map((element) => element.textContent);
    await expect
      .poll(names)
      .toEqual(['imprimer le planning', 'relancer les impayés', 'rappeler ce qui est impayé']);
    await page.getByRole('combobox', { name: 'Trier par' }).selectOptions('Les plus récentes');
    await expect
      .poll(names)
      .toEqual(['rappeler ce qui est impayé', 'relancer les impayés', 'imprimer le planning']);
    await page.getByRole('combobox', { name: 'Module' }).selectOptions('Agenda');
    await expect.poll(names).toEqual(['imprimer le planning']);
    expect(location.search).toBe('?module=calendar&sort=newest');
  });

  test('shows those of one organization, and which are merged or hidden', async () => {
    forum.change('rappel', { type: 'hide', commentId: null, reason: 'Publicité.' });
    open(api, '/staff/improvements?organization=org-Formalia+Ouest');
    await expect.element(page.getByText('2 demandes', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Voir toutes les demandes' }).click();
    await page.getByRole('combobox', { name: 'Visibilité' }).selectOptions('Masquées');
    await expect.element(link('rappeler ce qui est impayé')).toBeVisible();
  });

  test('that cannot be loaded says so, and is tried again', async () => {
    const answer = api.override;
    api.override = (sent) =>
      sent.path === '/v1/staff/improvements' ? Promise.reject(new TypeError('offline')) : answer(sent);
    open(api, '/staff/improvements');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectAccessible();
    api.override = answer;
    await button('Réessayer').click();
    await expect.element(link('relancer les impayés')).toBeVisible();
  });
});

describe('a request', () => {
  test('reads as a sentence, with who wants it by organization, who follows it, and how long it has waited', async () => {
    forum.comment('relance', 'Chez nous aussi.');
    forum.change('relance', { type: 'answer', commentId: 'c-1', text: 'Nous l’étudions.' });
    open(api, '/staff/improvements/relance');
    await expect
      .element(
        page.getByText(
          /En tant que\s?gestionnaire,\s*je souhaiterais que\s?relancer les impayés\s+afin de\s?gagner du temps\./,
        ),
      )
      .toBeVisible();
    await expect.element(page.getByText('3 votes · 2 organismes')).toBeVisible();
    await expect.element(link('Demandes votées par Formalia Ouest')).toBeVisible();
    await expect.element(page.getByText('Une personne de plus la suit sans avoir voté.')).toBeVisible();
    await expect.element(page.getByText('Chez nous aussi.')).toBeVisible();
    await expect.element(page.getByText('Réponse de l’équipe téo')).toBeVisible();
    await expect.element(link('rappeler ce qui est impayé')).toBeVisible();
    await expectAccessible();
    await expectNarrow();
    await expectAccessible();
  });

  test('is answered by keyboard; what was written is kept over a reload and the end of the session', async () => {
    open(api, '/staff/improvements/relance');
    await tabTo(field('Réponse de l’équipe'));
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(page.getByText('Écrivez la réponse.')).toBeVisible();
    await expectFocus(field('Réponse de l’équipe'));
    await userEvent.keyboard('Nous l’étudions.');
    open(api, '/staff/improvements/relance');
    await expect.element(field('Réponse de l’équipe')).toHaveValue('Nous l’étudions.');
    api.member = null;
    await press('Publier la réponse');
    await expect.element(page.getByText(/Votre session a expiré/)).toBeVisible();
    await page.getByLabelText('Mot de passe').fill('x');
    await press('Se connecter');
    await expect.element(field('Réponse de l’équipe')).toHaveValue('Nous l’étudions.');
    await press('Publier la réponse');
    await expect.element(told('La réponse est publiée.')).toBeInTheDocument();
    await expect.element(page.getByText('Nous l’étudions.')).toBeVisible();
    await expect.element(field('Réponse de l’équipe')).toHaveValue('');
  });

  test('is hidden for a reason and restored for another; both stay in the trace', async () => {
    open(api, '/staff/improvements/rappel');
    await button('Masquer la demande').click();
    await expectFocus(dialog().getByRole('textbox', { name: 'Raison' }));
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(dialog().getByText('Dites pourquoi.')).toBeVisible();
    await expectAccessible();
    await dialog().getByRole('textbox', { name: 'Raison' }).fill('Publicité.');
    await dialog().getByRole('button', { name: 'Masquer', exact: true }).click();
    await expect.element(told('C’est masqué, avec sa raison.')).toBeInTheDocument();
    await expect.element(page.getByText(/^Masquée le .*\u00a0: Publicité\.$/)).toBeVisible();
    expect(button('Fusionner dans une autre').query()).toBeNull();
    expect(field('Réponse de l’équipe').query()).toBeNull();
    await button('Rétablir la demande').click();
    await dialog().getByRole('textbox', { name: 'Raison' }).fill('Ce n’en était pas.');
    await dialog().getByRole('button', { name: 'Rétablir', exact: true }).click();
    await expect.element(page.getByText(/^Masqué par Julien Morel/)).toBeVisible();
    await expect.element(page.getByText(/^Rétabli par Julien Morel/)).toBeVisible();
    await expectAccessible();
  });

  test('hides one comment of it, whose words the team still reads', async () => {
    forum.comment('relance', 'M. Petit le demande.');
    open(api, '/staff/improvements/relance');
    await button('Masquer le commentaire de Claire Vasseur, Atelier des Métiers').click();
    await dialog().getByRole('textbox', { name: 'Raison' }).fill('Nomme quelqu’un.');
    await dialog().getByRole('button', { name: 'Masquer', exact: true }).click();
    await expect.element(page.getByText('Masqué\u00a0: Nomme quelqu’un.')).toBeVisible();
    await expect.element(page.getByText('M. Petit le demande.')).toBeVisible();
    await expect
      .element(button('Rétablir le commentaire de Claire Vasseur, Atelier des Métiers'))
      .toBeVisible();
  });

  test('is merged into another one that was searched for, by keyboard, and taken apart again', async () => {
    open(api, '/staff/improvements/rappel');
    await tabTo(button('Fusionner dans une autre'));
    await userEvent.keyboard('{Enter}');
    await expectFocus(dialog().getByRole('searchbox', { name: 'Rechercher l’autre demande' }));
    // What is similar is proposed before anything is typed.
    await expect.element(dialog().getByText('Proches de celle-ci')).toBeVisible();
    await expect.element(dialog().getByRole('button', { name: /relancer les impayés/ })).toBeVisible();
    await expectAccessible();
    await userEvent.keyboard('planning{Enter}');
    await expect.element(dialog().getByText('1 demande trouvée')).toBeVisible();
    await dialog().getByRole('button', { name: 'Fusionner dans une autre' }).click();
    await expect.element(dialog().getByText('Choisissez la demande où elle se poursuit.')).toBeVisible();
    await dialog().getByRole('searchbox').fill('relancer');
    await dialog()
      .getByRole('button', { name: /relancer les impayés/ })
      .click();
    await expectFocus(dialog().getByRole('button', { name: 'Fusionner dans une autre' }));
    await expectAccessible();
    await userEvent.keyboard('{Enter}');
    await expect.element(told('Les demandes sont fusionnées.')).toBeInTheDocument();
    await expect.element(page.getByText('Elle se poursuit dans')).toBeVisible();

    open(api, '/staff/improvements/relance');
    await expect.element(page.getByText('4 votes · 2 organismes')).toBeVisible();
    await expectAccessible();
    await button('Défaire la fusion de la demande 102').click();
    await dialog().getByRole('button', { name: 'Défaire la fusion' }).click();
    await expect.element(told('La fusion est défaite')).toBeInTheDocument();
    await expect.element(page.getByText('3 votes · 2 organismes')).toBeVisible();
    await expectFocus(heading());
  });

  test('that somebody changed meanwhile is shown as it is, and what was asked for waits for another look', async () => {
    open(api, '/staff/improvements/rappel');
    await button('Masquer la demande').click();
    await dialog().getByRole('textbox', { name: 'Raison' }).fill('Publicité.');
    forum.change('rappel', { type: 'answer', commentId: 'c-9', text: 'Merci de cette idée.' }, sarah);
    await dialog().getByRole('button', { name: 'Masquer', exact: true }).click();
    await expect.element(dialog().getByText(/La page montre ce qui vaut maintenant/)).toBeVisible();
    await expect.element(page.getByText('Merci de cette idée.')).toBeInTheDocument();
    await expect.element(dialog().getByRole('textbox', { name: 'Raison' })).toHaveValue('Publicité.');
    await dialog().getByRole('button', { name: 'Masquer', exact: true }).click();
    await expect.element(told('C’est masqué, avec sa raison.')).toBeInTheDocument();
  });

  test('names, once implemented, its release and article, and shows whether it does what was needed', async () => {
    const planning = forum.kept.get('planning');
    if (planning === undefined) throw new Error('There is no such request.');
    const { author } = forum.summary('planning');
    planning.fit = {
      yes: 5,
      no: 1,
      remarks: [{ author, fits: false, remark: 'Sans les salles.', at: '2026-11-20T09:00:00Z' }],
    };
    open(api, '/staff/improvements/planning');
    await expect.element(page.getByText('5 oui')).toBeVisible();
    await expect.element(page.getByText('1 non')).toBeVisible();
    await expect.element(page.getByText('Sans les salles.')).toBeVisible();
    await expect.element(page.getByText(/Indiquez la version qui la contient/)).toBeVisible();
    await button('Version et article').click();
    await expectFocus(dialog().getByRole('textbox', { name: 'Version de téo' }));
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog().getByText('Indiquez la version.')).toBeVisible();
    await dialog().getByRole('textbox', { name: 'Version de téo' }).fill('8.6');
    await dialog().getByRole('searchbox', { name: 'Article de la FAQ' }).fill('avoir');
    await dialog()
      .getByRole('button', { name: /Faire un avoir/ })
      .click();
    await expectAccessible();
    // What is half written is kept: over another page, a reload, and the end of the session.
    open(api, '/staff/improvements/planning');
    await button('Version et article').click();
    await expect.element(dialog().getByRole('textbox', { name: 'Version de téo' })).toHaveValue('8.6');
    await expect.element(dialog().getByText('Faire un avoir')).toBeVisible();
    await expect.element(dialog().getByText('Brouillon gardé')).toBeVisible();
    await dialog().getByRole('button', { name: 'Enregistrer' }).click();
    await expect.element(page.getByText('Disponible dans la version 8.6')).toBeVisible();
    expect(posts().at(-1)?.body).toEqual({ release: '8.6', article: 'avoir' });
    await expect.element(link('Faire un avoir')).toBeVisible();
    await button('Version et article').click();
    await expect.element(dialog().getByRole('textbox', { name: 'Version de téo' })).toHaveValue('8.6');
    expect(dialog().getByText('Brouillon gardé').query()).toBeNull();
    await expectAccessible();
  });

  test('that is not there says so', async () => {
    open(api, '/staff/improvements/nowhere');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Introuvable.');
  });
});

test('in English, everything is said in English', async () => {
  localStorage.setItem('teo-staff:locale', 'en');
  forum.comment('relance', 'Chez nous aussi.');
  open(api, '/staff/improvements/relance');
  await expect.element(page.getByText('Who wants it')).toBeVisible();
  await expect.element(page.getByText('3 votes · 2 organizations')).toBeVisible();
  await expectAccessible();
  open(api, '/staff/improvements');
  await expect.element(page.getByText('3 requests', { exact: true })).toBeVisible();
  await expectAccessible();
});
