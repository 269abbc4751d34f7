import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi, problem } from './testing/fake-api.js';
import { expectAccessible, expectFocus, freshScreens, open } from './testing/screen.js';
import { after, aTicket } from './testing/tickets.js';

freshScreens();

const heading = () => page.getByRole('heading', { level: 1 });
const answer = () => page.getByRole('textbox', { name: 'Votre réponse' });
const tab = (name: string) => page.getByRole('tab', { name });
const note = () => page.getByRole('textbox', { name: 'Votre note' });

describe('signing in', () => {
  test('tells what is missing at its field, then lets in', async () => {
    const api = new FakeApi(aTicket());
    api.member = null;
    open(api);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expectFocus(page.getByRole('textbox', { name: 'Adresse e-mail' }));
    await expect
      .element(page.getByRole('textbox', { name: 'Adresse e-mail' }))
      .toHaveAccessibleDescription(/Indiquez votre adresse/);
    await expectAccessible();
    await page.getByRole('textbox', { name: 'Adresse e-mail' }).fill('julien@teo.test');
    await page.getByLabelText('Mot de passe').fill('secret-enough');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect.element(heading()).toHaveTextContent('File d’attente');
  });

  test('keeps what was typed when the password is refused', async () => {
    const api = new FakeApi();
    api.member = null;
    api.override = ({ method }) =>
      method === 'POST'
        ? problem(401, 'wrong-credentials', 'L’adresse ou le mot de passe ne correspond pas.')
        : undefined;
    open(api);
    await page.getByRole('textbox', { name: 'Adresse e-mail' }).fill('julien@teo.test');
    await page.getByLabelText('Mot de passe').fill('wrong');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('L’adresse ou le mot de passe ne correspond pas.');
    await expect
      .element(page.getByRole('textbox', { name: 'Adresse e-mail' }))
      .toHaveValue('julien@teo.test');
  });
});

describe('the queue', () => {
  test('shows tickets, takes filters to the address, and is accessible', async () => {
    const api = new FakeApi(aTicket(), aTicket({ id: 't-2', reference: 'TEO-1002', subject: 'Autre sujet' }));
    open(api);
    await expect.element(page.getByRole('link', { name: 'Autre sujet' })).toBeVisible();
    await expect.element(page.getByText('2 tickets')).toBeVisible();
    await expectAccessible();
    await page.getByLabelText('Service', { exact: true }).selectOptions('technical');
    await expect.poll(() => location.search).toBe('?service=technical');
    await expect.poll(() => api.sent.at(-1)?.search).toContain('service=technical');
  });

  test('goes to a ticket by keyboard, and back to its row', async () => {
    open(new FakeApi(aTicket(), aTicket({ id: 't-2', subject: 'Autre sujet' })));
    await expect.element(page.getByRole('link', { name: 'Autre sujet' })).toBeVisible();
    await userEvent.keyboard('jj{Enter}');
    await expect.element(heading()).toHaveTextContent('Autre sujet');
    await expectFocus(heading());
    await page.getByRole('main').getByRole('link', { name: 'File d’attente' }).click();
    await expectFocus(page.getByRole('link', { name: 'Autre sujet' }));
  });

  test('takes in a new ticket without taking the focus away', async () => {
    const api = new FakeApi(aTicket());
    open(api);
    await expect.element(page.getByText('1 ticket')).toBeVisible();
    await userEvent.keyboard('j');
    api.happens(aTicket({ id: 't-3', subject: 'Tout juste déposé' }));
    await expect.element(page.getByRole('link', { name: 'Tout juste déposé' })).toBeVisible();
    await expectFocus(page.getByRole('link', { name: /Erreur 500/ }));
  });

  test('says so when it is empty, when nothing matches, and when it cannot be loaded', async () => {
    const api = new FakeApi();
    open(api);
    await expect.element(page.getByText('La file est vide')).toBeVisible();
    await expectAccessible();
    open(api, '/staff?q=introuvable');
    await expect.element(page.getByText('Aucun ticket ne correspond')).toBeVisible();
    // No live connection here, whose start would look again by itself.
    const unconnected = ({ path }: { path: string }) =>
      path === '/v1/live' ? new Promise<undefined>(() => {}) : undefined;
    api.override = (sent) =>
      sent.path === '/v1/staff/tickets'
        ? problem(403, 'not-allowed', 'Votre compte ne permet pas cette action.')
        : unconnected(sent);
    open(api);
    await expect.element(page.getByText('Votre compte ne permet pas cette action.')).toBeVisible();
    await expectAccessible();
    api.override = unconnected;
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await expect.element(page.getByText('La file est vide')).toBeVisible();
  });
});

describe('a ticket', () => {
  test('refuses the transfer with its reason until a test confirms the bug', async () => {
    const api = new FakeApi(aTicket({ status: 'open' }));
    open(api, '/staff/tickets/t-1');
    const transfer = page.getByRole('button', { name: 'Transmettre au service technique' });
    await expect.element(transfer).toHaveAttribute('aria-disabled', 'true');
    await expect.element(transfer).toHaveAccessibleDescription(/demande un test de reproduction/);
    await expectAccessible();
    await userEvent.click(transfer.element(), { force: true });
    expect(api.sent.some(({ path }) => path.endsWith('/transfer'))).toBe(false);
    const test = {
      environment: 'téo 8.4.2',
      steps: ['a'],
      observed: 'ERR-EMARG-500',
      evidence: [],
      verdict: 'confirmed' as const,
    };
    api.happens(
      after(
        aTicket({ status: 'open' }),
        { type: 'ticket.reproduction_tested', ...test },
        { verdict: 'confirmed' },
      ),
    );
    await expect.element(transfer).toHaveAttribute('aria-disabled', 'false');
    await transfer.click();
    await expect.poll(() => api.sent.find(({ path }) => path.endsWith('/transfer'))?.ifMatch).toBe('"2"');
  });

  test('has two boxes for two audiences', async () => {
    const api = new FakeApi(aTicket({ status: 'open' }));
    open(api, '/staff/tickets/t-1');
    await answer().fill('Bonjour');
    await tab('Note interne').click();
    await expect.element(note()).toHaveValue('');
    await note().fill('Entre nous');
    await page.getByRole('button', { name: 'Ajouter la note interne' }).click();
    await expect.element(note()).toHaveValue('');
    await tab('Répondre (brouillon gardé)').click();
    await expect.element(answer()).toHaveValue('Bonjour');
    const posts = api.sent.filter(({ method }) => method === 'POST');
    expect(posts.map(({ path, body }) => [path, body])).toEqual([
      ['/v1/staff/tickets/t-1/notes', { text: 'Entre nous' }],
    ]);
  });

  test('keeps half-written words, focus and selection when it changes under the hand', async () => {
    const api = new FakeApi(aTicket({ status: 'open' }));
    open(api, '/staff/tickets/t-1');
    await answer().fill('Bonjour Claire, nous regardons');
    const box = answer().element();
    if (!(box instanceof HTMLTextAreaElement)) throw new Error('The answer is written in a text area.');
    box.focus();
    box.setSelectionRange(3, 7);
    api.happens(
      after(aTicket({ status: 'open' }), { type: 'ticket.replied', text: 'Encore une précision', files: [] }),
    );
    await expect.element(page.getByText('Encore une précision')).toBeVisible();
    expect([box.value, box.selectionStart, box.selectionEnd]).toEqual([
      'Bonjour Claire, nous regardons',
      3,
      7,
    ]);
    await expectFocus(answer());
  });

  test('keeps what was written over an error, a reload and the end of the session', async () => {
    const api = new FakeApi(aTicket({ status: 'open' }));
    const address = '/staff/tickets/t-1';
    open(api, address);
    api.override = ({ path }) =>
      path.endsWith('/answers')
        ? problem(422, 'fields-invalid', 'À revoir.', [
            { pointer: '/text', code: 'too_long', detail: 'Trop long.' },
          ])
        : undefined;
    await answer().fill('Un long texte');
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await expect.element(answer()).toHaveAccessibleDescription(/Trop long/);
    await expectFocus(answer());
    const looks = () =>
      api.sent.filter(({ method, path }) => method === 'GET' && path === '/v1/staff/tickets/t-1').length;
    const looksBefore = looks();
    open(api, address);
    await expect.element(answer()).toHaveValue('Un long texte');
    // The live connection stands, and what its start made look again is over.
    await expect.poll(() => looks() - looksBefore).toBe(2);
    api.override = () => undefined;
    api.member = null;
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await expect.element(page.getByText(/Votre session a expiré/)).toBeVisible();
    await page.getByRole('textbox', { name: 'Adresse e-mail' }).fill('julien@teo.test');
    await page.getByLabelText('Mot de passe').fill('secret-enough');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect.element(answer()).toHaveValue('Un long texte');
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await expect.element(answer()).toHaveValue('');
    expect(Object.keys(localStorage).filter((key) => key.includes(':draft:'))).toEqual([]);
  });

  test('tells what one did oneself once, and what others do', async () => {
    const api = new FakeApi(aTicket({ status: 'open' }));
    open(api, '/staff/tickets/t-1');
    await answer().fill('Bonjour');
    const own = after(aTicket({ status: 'open' }), {
      type: 'ticket.answered',
      text: 'Bonjour',
      files: [],
      awaitsRequester: false,
    });
    const told = own.timeline.at(-1);
    if (told !== undefined) told.by = { kind: 'staff', id: 'staff-julien', name: 'Julien Morel' };
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    api.outcome = () => own;
    api.override = ({ path }) => (path.endsWith('/answers') ? held.then(() => undefined) : undefined);
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
    // The live event overtakes the answer of the request itself.
    api.happens(own);
    await expect.element(page.getByText('Bonjour', { exact: true })).toBeVisible();
    expect(page.getByText(/Le ticket a changé/).query()).toBeNull();
    go();
    await expect.element(page.getByText('La réponse est envoyée.')).toBeInTheDocument();
    api.happens(after(own, { type: 'ticket.replied', text: 'Merci', files: [] }));
    await expect.element(page.getByText('Le ticket a changé : Sarah Nguyen a écrit.')).toBeInTheDocument();
  });

  test('keeps what is written while the answer is on its way', async () => {
    const api = new FakeApi(aTicket({ status: 'open' }));
    open(api, '/staff/tickets/t-1');
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    api.override = ({ path }) => (path.endsWith('/answers') ? held.then(() => undefined) : undefined);
    await answer().fill('Une première phrase');
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await answer().fill('Une première phrase, puis une autre');
    go();
    await expect.element(page.getByText('Une première phrase', { exact: true })).toBeVisible();
    await expect.element(answer()).toHaveValue('Une première phrase, puis une autre');
  });

  test('sends pictures along with the answer', async () => {
    const api = new FakeApi(aTicket({ status: 'open' }));
    api.override = ({ path }) =>
      path === '/v1/files'
        ? Response.json({ id: 'file-1', name: 'capture.png', mediaType: 'image/png', bytes: 1, digest: '' })
        : undefined;
    open(api, '/staff/tickets/t-1');
    await answer().fill('Voici l’écran');
    await page
      .getByLabelText('Joindre des fichiers')
      .upload(new File(['x'], 'capture.png', { type: 'image/png' }));
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await expect
      .poll(() => api.sent.find(({ path }) => path.endsWith('/answers'))?.body)
      .toMatchObject({ files: ['file-1'] });
    await expect.element(page.getByText('capture.png')).not.toBeInTheDocument();
  });

  test('tells of a change that crossed a resolution, and shows it', async () => {
    const api = new FakeApi(aTicket({ status: 'open' }));
    open(api, '/staff/tickets/t-1');
    await tab('Résoudre').click();
    await page.getByRole('textbox', { name: 'Texte de résolution' }).fill('Corrigé en 8.4.3.');
    api.override = ({ path }) => {
      if (!path.endsWith('/resolution')) return undefined;
      api.tickets.set(
        't-1',
        after(aTicket({ status: 'open' }), { type: 'ticket.replied', text: 'Attendez !', files: [] }),
      );
      return problem(412, 'version-conflict', 'Le ticket a changé.');
    };
    await page.getByRole('button', { name: 'Résoudre le ticket' }).click();
    await expect.element(page.getByText(/Le ticket a changé entre-temps/)).toBeVisible();
    await expect.element(page.getByText('Attendez !')).toBeVisible();
    await expect
      .element(page.getByRole('alert').filter({ hasText: 'Le ticket a changé' }))
      .toHaveTextContent(/Ce qui a changé.*Sarah Nguyen a écrit/);
    await expect
      .element(page.getByRole('textbox', { name: 'Texte de résolution' }))
      .toHaveValue('Corrigé en 8.4.3.');
  });

  test('offers only the people of the chosen service', async () => {
    open(new FakeApi(aTicket({ status: 'open' })), '/staff/tickets/t-1');
    const person = page.getByLabelText('Personne');
    await expect.element(person).toHaveTextContent('Julien Morel');
    await page.getByLabelText('Service', { exact: true }).selectOptions('technical');
    await expect.element(person).toHaveTextContent('Sarah Nguyen');
    await expect.element(person).not.toHaveTextContent('Julien Morel');
  });

  test('has a test form that starts from the requester’s steps and asks for a verdict', async () => {
    const api = new FakeApi(aTicket({ status: 'open' }));
    open(api, '/staff/tickets/t-1');
    await page.getByRole('button', { name: 'Consigner un test' }).click();
    await expectFocus(page.getByRole('textbox', { name: 'Environnement' }));
    await expect.element(page.getByRole('textbox', { name: 'Étape 2' })).toHaveValue('Renvoyer l’invitation');
    await page.getByRole('button', { name: 'Enregistrer le test' }).click();
    await expect.element(page.getByText('Choisissez une conclusion.')).toBeVisible();
    await expectAccessible();
  });

  test('shows nothing to do on a closed ticket but a note', async () => {
    open(new FakeApi(aTicket({ status: 'closed' })), '/staff/tickets/t-1');
    await expect.element(page.getByRole('button', { name: 'Ajouter la note interne' })).toBeVisible();
    for (const name of ['Envoyer la réponse', 'Résoudre le ticket', 'Attribuer', 'Consigner un test']) {
      expect(page.getByRole('button', { name }).query()).toBeNull();
    }
    await expectAccessible();
  });

  test('that does not exist says so', async () => {
    open(new FakeApi(), '/staff/tickets/none');
    await expect.element(page.getByText('Ce ticket n’existe pas')).toBeVisible();
    await expectAccessible();
  });
});

test('a lost connection is told, and its return', async () => {
  const api = new FakeApi(aTicket());
  open(api);
  await expect.element(page.getByText('1 ticket')).toBeVisible();
  await expect.poll(() => api.sent.some(({ path }) => path === '/v1/live')).toBe(true);
  api.cut();
  await expect.element(page.getByText(/Connexion perdue/).first()).toBeVisible();
  await expect.element(page.getByText('En direct')).toBeVisible();
});

test('the choice of English is kept', async () => {
  const api = new FakeApi(aTicket());
  open(api);
  await page.getByRole('button', { name: 'English' }).click();
  await expect.element(heading()).toHaveTextContent('Queue');
  open(api);
  await expect.element(heading()).toHaveTextContent('Queue');
  expect(document.documentElement.lang).toBe('en');
});
