import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeApi, problem } from '../testing/fake-api.js';
import { aContent, FakeFaq, fromTicket } from '../testing/faq.js';
import { expectAccessible, expectFocus, expectNarrow, freshScreens, open } from '../testing/screen.js';
import { aTicket, sarah } from '../testing/tickets.js';

freshScreens();

let api: FakeApi;
let faq: FakeFaq;

beforeEach(() => {
  api = new FakeApi(aTicket());
  faq = new FakeFaq(api);
  faq.publish('avoir', aContent('Faire un avoir'));
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = () => page.getByRole('heading', { level: 1 });
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const told = (message: string) => page.getByRole('status').filter({ hasText: message });
const preview = () => page.getByRole('region', { name: 'Aperçu' });

const pictureId = (place: number) => `0190f3a1-1b2c-7d3e-8f40-00000000000${place}`;

async function aPicture(name: string): Promise<File> {
  const canvas = new OffscreenCanvas(640, 200);
  canvas.getContext('2d')?.fillRect(0, 0, 640, 200);
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' });
}

/** Answers about files before the FAQ's side does. */
function answerFiles(answer: FakeApi['override']): void {
  const { override } = api;
  api.override = async (sent) => (await answer(sent)) ?? override(sent);
}

/** The names of the files that are sent: the API takes them all, and gives each. */
function uploads(): string[] {
  const names: string[] = [];
  answerFiles(async ({ path, fileName: name }) => {
    if (path === '/v1/files') {
      names.push(name);
      const id = pictureId(names.length);
      faq.pictures.add(id);
      return Response.json({ id, name, mediaType: 'image/png', bytes: 1, digest: '' }, { status: 201 });
    }
    if (!path.endsWith('/addresses')) return undefined;
    const content = URL.createObjectURL(await aPicture(''));
    return Response.json({
      state: 'available',
      content,
      thumbnail: content,
      expiresAt: '2100-01-01T00:00:00Z',
    });
  });
  return names;
}

/** Pastes or drops a file where the text of the article is written. */
function give(how: 'paste' | 'drop', file: File): void {
  const data = new DataTransfer();
  data.items.add(file);
  const usual = { bubbles: true, composed: true, cancelable: true };
  const event =
    how === 'paste'
      ? new ClipboardEvent(how, { ...usual, clipboardData: data })
      : new DragEvent(how, { ...usual, dataTransfer: data });
  field('Texte').element().dispatchEvent(event);
  // A file that nobody takes would be opened by the browser in place of the page.
  expect(event.defaultPrevented).toBe(true);
}

function selectIn(area: Element, place: number): void {
  if (area instanceof HTMLTextAreaElement) area.setSelectionRange(place, place);
}

describe('an article', () => {
  test('is written in two languages, seen as it is written, and sent for review', async () => {
    open(api, '/staff/faq-editor');
    await button('Enregistrer').click();
    await expectFocus(field('Adresse de l’article'));
    await expectAccessible();
    await field('Adresse de l’article').fill('acompte');
    await field('Titre').fill('Facturer un acompte');
    await field('Texte').fill('Ouvrez **Devis**.\n\n- un\n- deux <b>gras</b>');
    await expect.element(preview().getByText('Devis')).toBeVisible();
    await expect.element(preview().getByText('deux <b>gras</b>')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Facturation' }).click();
    await page.getByRole('checkbox', { name: 'Question d’utilisation' }).click();
    await button('Anglais').click();
    await button('Écrire la version anglaise').click();
    await field('Titre anglais').fill('Invoice a deposit');
    await field('Texte anglais').fill('Open **Quotes**.');
    await expect.element(preview().getByText('Quotes')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Ajouter un article lié' }).fill('avoir');
    await page.getByRole('button', { name: /Faire un avoir/ }).click();
    await expect.element(button('Retirer le lien avec «\u00a0Faire un avoir\u00a0»')).toBeVisible();
    await expectAccessible();
    await button('Enregistrer et envoyer en relecture').click();
    await expect.element(told('L’article est envoyé en relecture.')).toBeInTheDocument();
    await expect.element(heading()).toHaveTextContent('Facturer un acompte');
    expect(location.pathname).toBe('/staff/faq/acompte');
    expect(faq.articles.get('acompte')?.draft?.content).toEqual({
      fr: {
        title: 'Facturer un acompte',
        variants: [],
        keywords: [],
        body: 'Ouvrez **Devis**.\n\n- un\n- deux <b>gras</b>',
      },
      en: { title: 'Invoice a deposit', variants: [], keywords: [], body: 'Open **Quotes**.' },
      modules: ['invoicing'],
      ticketTypes: ['usage_question'],
      related: ['avoir'],
      harmless: [],
    });
  });

  test('takes pictures that are chosen, pasted and dropped, none without words for it', async () => {
    const sent = uploads();
    open(api, '/staff/faq-editor/avoir');
    await field('Texte').fill('Un début\nla suite');
    selectIn(field('Texte').element(), 3);
    await userEvent.upload(
      page.getByLabelText('Ajouter une image', { exact: true }),
      await aPicture('un.png'),
    );
    await expectFocus(field('Ce que montre l’image'));
    await expectAccessible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Dites ce que montre l’image.')).toBeVisible();
    await expectFocus(field('Ce que montre l’image'));
    expect(sent).toEqual([]);
    await field('Ce que montre l’image').fill('Le bouton [Avoir] <b>rouge</b>');
    await userEvent.keyboard('{Enter}');
    const line = `![Le bouton Avoir <b>rouge</b>](file:${pictureId(1)})`;
    await expect.element(field('Texte')).toHaveValue(`Un début\n${line}\nla suite`);
    await expect.element(told('L’image est dans le texte.')).toBeInTheDocument();
    await expectFocus(field('Texte'));
    await userEvent.keyboard('!');
    await expect.element(field('Texte')).toHaveValue(`Un début\n${line}!\nla suite`);
    await userEvent.keyboard('{Backspace}');
    await expect.element(preview().getByRole('img', { name: 'Le bouton Avoir <b>rouge</b>' })).toBeVisible();
    expect(sent).toEqual(['un.png']);

    give('paste', await aPicture('deux.png'));
    await field('Ce que montre l’image').fill('Encore');
    await button('Renoncer à l’image').click();
    await expectFocus(page.getByLabelText('Ajouter une image', { exact: true }));
    give('drop', new File(['%PDF-1.7'], 'guide.pdf', { type: 'application/pdf' }));
    await expect.element(page.getByRole('alert').getByText('Choisissez une image')).toBeVisible();
    give('drop', await aPicture('trois.png'));
    await field('Ce que montre l’image').fill('La liste');
    await button('Mettre dans le texte').click();
    await expect
      .element(field('Texte'))
      .toHaveValue(`Un début\n${line}\n![La liste](file:${pictureId(2)})\nla suite`);
    await button('Enregistrer').click();
    await expect.element(told('L’article est enregistré.')).toBeInTheDocument();
    expect(sent).toEqual(['un.png', 'trois.png']);
    expect(faq.articles.get('avoir')?.draft?.content.fr.body).toContain(line);
    await expect.element(page.getByRole('img', { name: 'La liste' })).toBeVisible();
    await expectNarrow();
  });

  test('keeps the words for a picture that does not arrive, and says why', async () => {
    answerFiles(({ path }) =>
      path === '/v1/files' ? problem(413, 'file-too-large', 'Trop lourd.') : undefined,
    );
    open(api, '/staff/faq-editor/avoir');
    await userEvent.upload(
      page.getByLabelText('Ajouter une image', { exact: true }),
      await aPicture('un.png'),
    );
    await field('Ce que montre l’image').fill('Le bouton');
    await button('Mettre dans le texte').click();
    await expect.element(page.getByText('Trop lourd.')).toBeVisible();
    await expectFocus(field('Ce que montre l’image'));
    await expect.element(field('Ce que montre l’image')).toHaveValue('Le bouton');
  });

  test('is kept as it is written, over a reload, until it is saved or given up', async () => {
    open(api, '/staff/faq-editor/avoir');
    await field('Titre').fill('Faire un avoir total');
    open(api, '/staff/faq-editor/avoir');
    await expect.element(field('Titre')).toHaveValue('Faire un avoir total');
    await button('Abandonner mes changements').click();
    await expect.element(field('Titre')).toHaveValue('Faire un avoir');
    open(api, '/staff/faq-editor/avoir');
    await expect.element(field('Titre')).toHaveValue('Faire un avoir');
    await expectNarrow();
  });

  test('that somebody else saved meanwhile loses no word of either', async () => {
    open(api, '/staff/faq-editor/avoir');
    await field('Titre').fill('Mon titre');
    await field('Mots-clés').fill('remboursement');
    const theirs = aContent('Leur titre', { modules: ['invoicing', 'documents'] });
    faq.change('avoir', { type: 'revise', content: theirs }, sarah);
    await button('Enregistrer').click();
    await expectFocus(page.getByRole('heading', { name: 'Quelqu’un a enregistré cet article entre-temps' }));
    await expect
      .element(
        page
          .getByRole('region', { name: 'Quelqu’un a enregistré cet article entre-temps' })
          .getByText('Mon titre', { exact: true }),
      )
      .toBeVisible();
    await expectAccessible();
    // Not before it is chosen.
    await button('Enregistrer').click();
    await expect.element(told('Choisissez d’abord entre les textes ci-dessus.')).toBeInTheDocument();
    await button('Garder le vôtre : Titre').click();
    await button('Enregistrer').click();
    await expect.element(told('L’article est enregistré.')).toBeInTheDocument();
    expect(faq.articles.get('avoir')?.draft?.content).toMatchObject({
      fr: { title: 'Mon titre', keywords: ['remboursement'] },
      modules: ['invoicing', 'documents'],
    });
  });

  test('takes the other text where one chooses it, also after a reload', async () => {
    open(api, '/staff/faq-editor/avoir');
    await field('Titre').fill('Mon titre');
    faq.change('avoir', { type: 'revise', content: aContent('Leur titre') }, sarah);
    await button('Enregistrer').click();
    await expect.element(button('Prendre l’autre : Titre')).toBeVisible();
    open(api, '/staff/faq-editor/avoir');
    await button('Prendre l’autre : Titre').click();
    await expect.element(field('Titre')).toHaveValue('Leur titre');
  });
});

describe('what is masked', () => {
  beforeEach(() => {
    faq.known = {
      people: ['Claire Vasseur'],
      organizations: ['Atelier des Métiers'],
      courses: [],
      files: [],
    };
    faq.masks = [
      { mark: '⟦person:1⟧', kind: 'person', original: 'Mme Leroy' },
      { mark: '⟦figure:1⟧', kind: 'figure', original: '500' },
      { mark: '⟦email:1⟧', kind: 'email', original: 'anne@example.fr' },
    ];
  });

  test('becomes a draft from a resolved ticket in one action, and each shows the other', async () => {
    api.tickets.set('t-1', aTicket({ status: 'resolved' }));
    open(api, '/staff/tickets/t-1');
    await button('En faire un article').click();
    const link = page.getByRole('link', { name: /Convocation de/ });
    await expectFocus(link);
    await expectAccessible();
    await link.click();
    await expect.element(page.getByText('3 points restent à trancher avant l’envoi.')).toBeVisible();
    await expect.element(page.getByRole('link', { name: /TEO-1001/ })).toBeVisible();
    expect(button('Envoyer en relecture').query()).toBeNull();
  });

  test('is settled one by one by keyboard, the next in focus, and only then the article is sent', async () => {
    faq.draft('article-1', fromTicket(), { kind: 'ticket', ticketId: 't-1' });
    open(api, '/staff/faq-editor/article-1');
    await expect.element(page.getByText('Restent 3 points à trancher.')).toBeVisible();
    await expect.element(page.getByText('Mme Leroy')).toBeVisible();
    expect(button('Enregistrer et envoyer en relecture').query()).toBeNull();
    expect(button('Ne désigne personne : anne@example.fr').query()).toBeNull();
    await expectAccessible();
    await page.getByRole('textbox', { name: 'Mot général à la place de Mme Leroy' }).fill('la stagiaire');
    await userEvent.keyboard('{Enter}');
    await expect.element(field('Titre')).toHaveValue('Convocation de la stagiaire refusée');
    await expectFocus(button('Laisser masqué : 500'));
    await button('Ne désigne personne : 500').click();
    await expectFocus(button('Laisser masqué : anne@example.fr'));
    await userEvent.keyboard('{Enter}');
    await expect.element(told('Tout est tranché.')).toBeInTheDocument();
    await expectFocus(page.getByRole('heading', { name: 'À trancher' }));
    // What is written back is found at once.
    await field('Titre').fill('Convocation pour claire');
    await expect.element(page.getByText('Reste 1 point à trancher.')).toBeVisible();
    await button('Laisser masqué : claire').click();
    await button('Enregistrer et envoyer en relecture').click();
    await expect.element(told('L’article est envoyé en relecture.')).toBeInTheDocument();
    expect(faq.articles.get('article-1')?.draft?.content).toMatchObject({
      fr: { title: 'Convocation pour […]', body: expect.stringContaining('la stagiaire a une erreur 500.') },
      harmless: ['500'],
    });
    await expectNarrow();
  });
});
