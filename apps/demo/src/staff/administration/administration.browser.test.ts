import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeAdministration } from '../testing/administration.js';
import { FakeApi, problem } from '../testing/fake-api.js';
import { expectAccessible, expectFocus, expectNarrow, freshScreens, open } from '../testing/screen.js';
import { aTicket, julien, sarah } from '../testing/tickets.js';

freshScreens();

let api: FakeApi;
let served: FakeAdministration;

beforeEach(() => {
  api = new FakeApi(aTicket());
  served = new FakeAdministration().serve(api);
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = () => page.getByRole('heading', { level: 1 });
const dialog = () => page.getByRole('dialog');
const field = (name: string) => dialog().getByLabelText(name, { exact: true });
const told = (message: string) => page.getByRole('status').filter({ hasText: message });
const posts = () => api.sent.filter(({ method }) => method === 'POST');

describe('the pages of the header', () => {
  test('lead an administrator to each of them, and take the focus along', async () => {
    open(api, '/staff');
    const pages = page.getByRole('navigation', { name: 'Pages de l’espace équipe' });
    for (const name of ['Organismes', 'Clés d’API', 'Équipe', 'File d’attente']) {
      await pages.getByRole('link', { name }).click();
      await expect.element(heading()).toHaveTextContent(name);
      await expectFocus(heading());
      await expect.element(pages.getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
    }
  });

  test('stand in one row on a narrow screen', async () => {
    open(api, '/staff/team');
    const pages = page.getByRole('navigation', { name: 'Pages de l’espace équipe' });
    await expect.element(pages.getByRole('link', { name: 'Équipe' })).toBeVisible();
    await expectNarrow();
    const tops = pages
      .getByRole('link')
      .elements()
      .map((link) => link.getBoundingClientRect().top);
    expect(new Set(tops).size).toBe(1);
  });

  test('that are for administrators are neither shown to an agent nor asked for', async () => {
    api.member = julien;
    open(api, '/staff/api-keys');
    await expect.element(page.getByText('Page réservée à l’administration')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Organismes' })).toBeVisible();
    expect(page.getByRole('link', { name: 'Clés d’API' }).query()).toBeNull();
    expect(page.getByRole('link', { name: 'Équipe' }).query()).toBeNull();
    expect(api.sent.some(({ path }) => path === '/v1/staff/api-keys')).toBe(false);
    await expectAccessible();
  });
});

describe('the organizations', () => {
  test('are searched as one types, with the search in the address', async () => {
    open(api, '/staff/organizations');
    await expect.element(page.getByText('1 organisme', { exact: true })).toBeVisible();
    await expectAccessible();
    await page.getByRole('searchbox', { name: 'Rechercher un organisme' }).fill('métiers');
    await expect.poll(() => new URLSearchParams(location.search).get('q')).toBe('métiers');
    await expect.poll(() => api.sent.at(-1)?.search).toContain('q=m%C3%A9tiers');
    await expectNarrow();
    await page.getByRole('link', { name: 'Atelier des Métiers' }).click();
    await expect.element(heading()).toHaveTextContent('Atelier des Métiers');
    await expectNarrow();
  });

  test('say so when nothing matches, and when they cannot be loaded', async () => {
    api.override = ({ path }) =>
      path === '/v1/staff/organizations'
        ? Response.json({ items: [], total: 0, nextCursor: null })
        : undefined;
    open(api, '/staff/organizations?q=zzz');
    await expect.element(page.getByText('Aucun organisme ne correspond')).toBeVisible();
    api.override = ({ path }) =>
      path === '/v1/staff/organizations' ? problem(403, 'not-allowed', 'Non permis.') : undefined;
    open(api, '/staff/organizations');
    await expect.element(page.getByText('Non permis.')).toBeVisible();
    served.serve(api);
    await button('Réessayer').click();
    await expect.element(page.getByRole('link', { name: 'Atelier des Métiers' })).toBeVisible();
  });

  test('show one with its people, courses, trials and tickets; one that is not there says so', async () => {
    open(api, '/staff/organizations/org-1');
    await expect.element(page.getByText('claire@metiers.test')).toBeVisible();
    await expect.element(page.getByText('Terminée le 20 novembre 2026')).toBeVisible();
    await expect.element(page.getByText('Aucun test : le type « R&D » n’est pas proposé.')).toBeVisible();
    await expect.element(page.getByRole('link', { name: /Erreur 500/ })).toBeVisible();
    await expectAccessible();
    api.override = ({ path }) =>
      path === '/v1/staff/organizations/gone' ? problem(404, 'not-found', 'Introuvable.') : undefined;
    open(api, '/staff/organizations/gone');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Introuvable.');
  });

  test('offer no change to those who do not keep the register', async () => {
    served.organization = { ...served.organization, possible: ['trials'] };
    open(api, '/staff/organizations/org-1');
    await expect.element(page.getByText(/tenu par le service formation/)).toBeVisible();
    expect(button('Enregistrer une formation').query()).toBeNull();
    await expect.element(button('Inscrire à un test')).toBeVisible();
  });
});

describe('a training course', () => {
  test('is recorded by keyboard alone: what is missing first, then told and shown, with the focus given back', async () => {
    open(api, '/staff/organizations/org-1');
    const opener = button('Enregistrer une formation');
    await expect.element(opener).toBeVisible();
    const element = opener.element();
    if (element instanceof HTMLElement) element.focus();
    await userEvent.keyboard('{Enter}');
    await expectFocus(field('Référence de la session'));
    await userEvent.keyboard('{Enter}');
    await expect
      .element(field('Référence de la session'))
      .toHaveAccessibleDescription(/Indiquez la référence de la session/);
    await expectFocus(field('Référence de la session'));
    await expectAccessible();
    await userEvent.keyboard('2026-200');
    await field('Intitulé').fill('téo edit');
    await field('Dernier jour').fill('2026-11-21');
    await userEvent.keyboard('{Enter}');
    await expect.element(told('La formation est enregistrée.')).toBeInTheDocument();
    await expect.element(page.getByText('2026-200')).toBeVisible();
    await expect.element(page.getByText(/a enregistré la formation «\stéo edit\s»/)).toBeVisible();
    await expectFocus(opener);
    expect(posts().at(-1)?.body).toEqual({ id: '2026-200', title: 'téo edit', deliveredOn: '2026-11-21' });
  });

  test('that is refused keeps its words, also over a reload', async () => {
    open(api, '/staff/organizations/org-1');
    await button('Enregistrer une formation').click();
    await field('Référence de la session').fill('2026-118');
    await field('Intitulé').fill('Autre chose');
    await field('Dernier jour').fill('2026-11-21');
    await dialog().getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect
      .element(field('Référence de la session'))
      .toHaveAccessibleDescription(/Cette valeur est déjà prise/);
    await expectFocus(field('Référence de la session'));
    open(api, '/staff/organizations/org-1');
    await button('Enregistrer une formation').click();
    await expect.element(field('Intitulé')).toHaveValue('Autre chose');
  });

  test('is withdrawn for a reason, with the version that was seen', async () => {
    open(api, '/staff/organizations/org-1');
    await button('Retirer la formation « Prendre en main l’Agenda »').click();
    await dialog().getByRole('button', { name: 'Retirer la formation' }).click();
    await expect.element(dialog().getByText('Choisissez une raison.')).toBeVisible();
    await expectAccessible();
    await dialog().getByRole('radio', { name: 'Elle est enregistrée deux fois' }).click();
    await dialog().getByRole('button', { name: 'Retirer la formation' }).click();
    await expect.element(told('La formation est retirée.')).toBeInTheDocument();
    await expect.element(page.getByText('Retirée', { exact: true })).toBeVisible();
    // The button that opened the dialog is gone with the course.
    await expectFocus(heading());
    expect(posts().at(-1)).toMatchObject({ body: { reason: 'duplicate' }, ifMatch: '"1"' });
  });

  test('that somebody else has changed is shown as it stands now', async () => {
    const serve = api.override;
    api.override = (sent) =>
      sent.path.endsWith('/withdrawal') ? problem(412, 'version-conflict', 'A changé.') : serve(sent);
    open(api, '/staff/organizations/org-1');
    await button('Retirer la formation « Prendre en main l’Agenda »').click();
    await dialog().getByRole('radio', { name: 'Autre raison' }).click();
    const asked = api.sent.length;
    await dialog().getByRole('button', { name: 'Retirer la formation' }).click();
    await expect
      .element(dialog().getByRole('alert'))
      .toHaveTextContent('La page montre ce qui vaut maintenant');
    await expect
      .poll(() => api.sent.slice(asked).map(({ path }) => path))
      .toContain('/v1/staff/organizations/org-1');
  });
});

describe('a trial', () => {
  test('takes the organization in, and lets it go after a confirmation', async () => {
    open(api, '/staff/organizations/org-1');
    await button('Inscrire à un test').click();
    await expectFocus(field('Fonctionnalité en test'));
    await dialog().getByRole('button', { name: 'Inscrire l’organisme' }).click();
    await expect
      .element(field('Fonctionnalité en test'))
      .toHaveAccessibleDescription(/Choisissez la fonctionnalité/);
    await field('Fonctionnalité en test').selectOptions('shared-agenda');
    await dialog().getByRole('button', { name: 'Inscrire l’organisme' }).click();
    await expect.element(told('L’organisme est inscrit')).toBeInTheDocument();
    await button('Mettre fin au test « Agenda partagé » pour cet organisme').click();
    await expectFocus(dialog().getByRole('button', { name: 'Mettre fin au test' }));
    await userEvent.keyboard('{Escape}');
    await expectFocus(button('Mettre fin au test « Agenda partagé » pour cet organisme'));
    expect(posts()).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    await expectFocus(dialog().getByRole('button', { name: 'Mettre fin au test' }));
    await userEvent.keyboard('{Enter}');
    await expect.element(told('Le test est terminé pour cet organisme.')).toBeInTheDocument();
    await expect.element(page.getByText('Terminé', { exact: true })).toBeVisible();
  });

  test('is opened under an identifier of plain letters', async () => {
    open(api, '/staff/trials');
    await button('Ouvrir un test').click();
    await field('Nom de la fonctionnalité').fill('Planning assisté');
    await field('Identifiant dans téo').fill('Planning assisté');
    await dialog().getByRole('button', { name: 'Ouvrir le test' }).click();
    await expect
      .element(field('Identifiant dans téo'))
      .toHaveAccessibleDescription(/Seulement des minuscules/);
    await field('Identifiant dans téo').fill('planning-assiste');
    await dialog().getByRole('button', { name: 'Ouvrir le test' }).click();
    await expect.element(page.getByText('planning-assiste')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: '1 organisme inscrit au test « Agenda partagé »' }))
      .toHaveAttribute('href', '/staff/organizations?trial=shared-agenda');
    await expectAccessible();
    await expectNarrow();
  });
});

describe('an API key', () => {
  test('is made, shown once and copied; revoked after a confirmation', async () => {
    open(api, '/staff/api-keys');
    await expect.element(page.getByText('Aucune clé pour l’instant')).toBeVisible();
    await button('Créer une clé').click();
    await expectFocus(field('À quoi sert-elle ?'));
    await dialog()
      .getByRole('checkbox', { name: /^Lire les tickets/ })
      .click();
    await dialog().getByRole('button', { name: 'Créer la clé' }).click();
    await expect.element(dialog().getByText('Cochez au moins un droit.')).toBeVisible();
    await expect.element(dialog().getByText('Choisissez l’organisme.')).toBeVisible();
    await expectAccessible();
    await field('À quoi sert-elle ?').fill('Intranet');
    await field('Organisme').selectOptions('org-1');
    await dialog()
      .getByRole('checkbox', { name: /^Lire les tickets/ })
      .click();
    await field('Durée de validité').selectOptions('90');
    await dialog().getByRole('button', { name: 'Créer la clé' }).click();
    const secret = field('Clé');
    await expect.element(secret).toHaveValue('teo_abcdefgh-secret');
    await expectFocus(secret);
    await expectAccessible();
    expect(posts().at(-1)?.body).toEqual({
      name: 'Intranet',
      organizationId: 'org-1',
      groups: ['tickets:read'],
      expiresInDays: 90,
    });
    await userEvent.keyboard('{Escape}');
    await expect.element(secret).toBeVisible();
    await dialog().getByRole('button', { name: 'J’ai copié la clé' }).click();
    await expect.element(page.getByText('teo_abcd…')).toBeVisible();
    expect(document.body.innerHTML).not.toContain('secret');

    await button('Révoquer la clé Intranet (Atelier des Métiers)').click();
    await dialog().getByRole('button', { name: 'Révoquer la clé' }).click();
    await expect.element(told('La clé est révoquée.')).toBeInTheDocument();
    await expect.element(page.getByText('Révoquée', { exact: true })).toBeVisible();
    await expectFocus(heading());
    await expectNarrow();
  });

  test('that the server refuses keeps what was chosen', async () => {
    const serve = api.override;
    api.override = (sent) =>
      sent.method === 'POST'
        ? problem(403, 'not-allowed', 'Votre compte ne permet pas cette action.')
        : serve(sent);
    open(api, '/staff/api-keys');
    await button('Créer une clé').click();
    await field('À quoi sert-elle ?').fill('Intranet');
    await field('Organisme').selectOptions('org-1');
    await dialog().getByRole('button', { name: 'Créer la clé' }).click();
    await expect.element(dialog().getByRole('alert')).toHaveTextContent('Votre compte ne permet pas');
    await expect.element(field('À quoi sert-elle ?')).toHaveValue('Intranet');
  });
});

describe('the team', () => {
  test('takes a person in, who then needs a link; the link is shown once', async () => {
    open(api, '/staff/team');
    await expect.element(page.getByText('2 personnes actives')).toBeVisible();
    await expectAccessible();
    await button('Ajouter une personne').click();
    await dialog().getByRole('button', { name: 'Ajouter la personne' }).click();
    await expect.element(dialog().getByText('Cochez au moins un service.')).toBeVisible();
    await expectFocus(field('Nom'));
    await userEvent.keyboard('Camille Aubry');
    await field('Adresse e-mail').fill('camille@teo.test');
    await dialog().getByRole('checkbox', { name: 'Service formation' }).click();
    await expectAccessible();
    await dialog().getByRole('button', { name: 'Ajouter la personne' }).click();
    await expect.element(page.getByText('Pas encore d’accès')).toBeVisible();
    expect(posts().at(-1)?.body).toEqual({
      name: 'Camille Aubry',
      email: 'camille@teo.test',
      role: 'agent',
      services: ['training'],
    });

    await button('Créer un lien de mot de passe pour Sarah Nguyen').click();
    await dialog().getByRole('button', { name: 'Créer le lien' }).click();
    await expect.element(field('Lien')).toHaveValue('https://teo.test/staff/new-password#secret');
    await expectFocus(field('Lien'));
    await dialog().getByRole('button', { name: 'J’ai copié le lien' }).click();
    await expectFocus(button('Créer un lien de mot de passe pour Sarah Nguyen'));
    await expectNarrow();
  });

  test('closes the access of a person after a confirmation, and says why it may not', async () => {
    open(api, '/staff/team');
    const serve = api.override;
    api.override = (sent) =>
      sent.path.endsWith('/deactivation')
        ? problem(409, 'last-admin', 'Il faut un administrateur.')
        : serve(sent);
    await button('Fermer l’accès de Sarah Nguyen').click();
    await dialog().getByRole('button', { name: 'Fermer l’accès' }).click();
    await expect.element(dialog().getByRole('alert')).toHaveTextContent('Il faut un administrateur.');
    api.override = serve;
    await dialog().getByRole('button', { name: 'Fermer l’accès' }).click();
    await expect.element(told('L’accès est fermé.')).toBeInTheDocument();
    await expect.element(button('Rouvrir l’accès de Sarah Nguyen')).toBeVisible();
    expect(served.accounts.find(({ id }) => id === sarah.id)?.active).toBe(false);
  });
});

describe('coming in', () => {
  const ways =
    (openId: unknown) =>
    ({ path }: { path: string }) =>
      path === '/v1/staff/sign-in-ways' ? Response.json({ password: true, openId }) : undefined;

  test('is offered with the provider that is configured, and comes back to the same page', async () => {
    api.member = null;
    api.override = ways({ name: 'Annuaire téo', path: '/v1/staff/openid/sign-in' });
    open(api, '/staff/organizations/org-1');
    await expect
      .element(page.getByRole('link', { name: 'Se connecter avec Annuaire téo' }))
      .toHaveAttribute('href', '/v1/staff/openid/sign-in?returnTo=%2Fstaff%2Forganizations%2Forg-1');
    await page.getByText('Mot de passe oublié ?').click();
    await expect.element(page.getByText(/Demandez un lien/)).toBeVisible();
    await expectAccessible();
    await expectNarrow();
  });

  test('is offered with the password alone where there is no provider', async () => {
    api.member = null;
    api.override = ways(null);
    open(api, '/staff');
    await expect.element(button('Se connecter')).toBeVisible();
    await expect.poll(() => api.sent.some(({ path }) => path === '/v1/staff/sign-in-ways')).toBe(true);
    expect(page.getByRole('link', { name: /Se connecter avec/ }).query()).toBeNull();
  });

  test('again after the session has expired finds what was typed, under the address that was', async () => {
    open(api, '/staff/team');
    await button('Ajouter une personne').click();
    await field('Nom').fill('Camille Aubry');
    await field('Adresse e-mail').fill('camille@teo.test');
    await dialog().getByRole('checkbox', { name: 'Service formation' }).click();
    const serve = api.override;
    api.override = ({ path }) =>
      path === '/v1/staff/team' ? problem(401, 'not-signed-in', 'Connectez-vous.') : undefined;
    await dialog().getByRole('button', { name: 'Ajouter la personne' }).click();
    await expect.element(page.getByText(/Votre session a expiré/)).toBeVisible();
    await expect
      .element(page.getByRole('textbox', { name: 'Adresse e-mail' }))
      .toHaveValue('julien@teo.test');
    await expectFocus(page.getByLabelText('Mot de passe', { exact: true }));
    api.override = (sent) =>
      sent.path === '/v1/staff/session' ? Response.json({ ...julien, role: 'admin' }) : serve(sent);
    await userEvent.keyboard('secret-enough{Enter}');
    await expect.element(heading()).toHaveTextContent('Équipe');
    await button('Ajouter une personne').click();
    await expect.element(field('Nom')).toHaveValue('Camille Aubry');
  });

  test('with a one-time link begins with a new password', async () => {
    api.member = null;
    let asked: unknown = null;
    api.override = ({ path, body }) => {
      if (path !== '/v1/staff/password') return undefined;
      asked = body;
      const weak = String(Reflect.get(Object(body), 'password')).length < 12;
      return weak
        ? problem(422, 'fields-invalid', 'Certains champs sont à revoir.', [
            { pointer: '/password', code: 'too_short', detail: 'Il faut au moins 12 caractères.' },
          ])
        : new Response(null, { status: 204 });
    };
    open(api, '/staff/new-password#one-time');
    const password = page.getByLabelText('Nouveau mot de passe');
    await expectFocus(password);
    await expectAccessible();
    await userEvent.keyboard('court{Enter}');
    await expect.element(password).toHaveAccessibleDescription(/Il faut au moins 12 caractères/);
    await expect.element(password).toHaveValue('court');
    await page.getByRole('checkbox', { name: 'Afficher le mot de passe' }).click();
    await expect.element(password).toHaveAttribute('type', 'text');
    await expectNarrow();
    await password.fill('une phrase assez longue');
    await button('Enregistrer le mot de passe').click();
    await expect.element(page.getByText('Votre mot de passe est enregistré : connectez-vous.')).toBeVisible();
    expect(asked).toEqual({ token: 'one-time', password: 'une phrase assez longue' });
    expect(location.href).not.toContain('one-time');
  });

  test('with a link that is spent or cut off says what to do', async () => {
    api.member = null;
    api.override = ({ path }) =>
      path === '/v1/staff/password' ? problem(410, 'link-expired', 'Ce lien a déjà servi.') : undefined;
    open(api, '/staff/new-password#spent');
    await page.getByLabelText('Nouveau mot de passe').fill('une phrase assez longue');
    await button('Enregistrer le mot de passe').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Ce lien a déjà servi.');
    open(api, '/staff/new-password');
    await expect.element(page.getByText('Ce lien est incomplet')).toBeVisible();
    await expectAccessible();
  });
});

test.each([
  ['/staff/organizations', 'Organizations'],
  ['/staff/organizations/org-1', 'Training courses'],
  ['/staff/trials', 'Features under trial'],
  ['/staff/api-keys', 'API keys'],
  ['/staff/team', 'Team'],
])('%s speaks English to those who chose it', async (address, words) => {
  localStorage.setItem('teo-staff:locale', 'en');
  open(api, address);
  await expect.element(page.getByRole('heading', { name: words, exact: true })).toBeVisible();
  await expectAccessible();
  expect(document.documentElement.lang).toBe('en');
});
