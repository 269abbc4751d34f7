import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frenchWords, readSearch } from './french-text.js';

const stems = (text: string) => frenchWords(text).map(({ stem }) => stem);
const forms = (text: string) => frenchWords(text).map(({ form }) => form);

describe('words are found whatever their form', () => {
  test.each([
    ['une facture', 'factures', 'facturer', 'facturé', 'facturée', 'facturation', 'facturez'],
    ['émargement', 'EMARGEMENTS', 'émarger', 'émargé', 'émargée', 'émargées'],
    ['convoquer', 'convocation', 'convocations', 'convoqué', 'convoquée'],
    ['formateur', 'formateurs', 'formatrice', 'formatrices'],
    ['tableau', 'tableaux'],
    ['total', 'totaux', 'totale', 'totales'],
    ['journal', 'journaux'],
    ['jeu', 'jeux'],
    ['actuel', 'actuelle', 'actuels', 'actuellement'],
    ['premier', 'première', 'premiers', 'premières'],
    ['payer', 'paye', 'paie', 'paiement', 'paiements', 'payé'],
    ['annuler', 'annulation', 'annulé', 'annulées', 'annuleront'],
    ['finir', 'fini', 'finis', 'finissent', 'finie'],
    ['saisir', 'saisi', 'saisie', 'saisies'],
    ['bloquer', 'bloqué', 'bloque', 'bloquent', 'bloc'],
    ['cliquer', 'cliquez', 'clic', 'clics'],
    ['actif', 'active', 'actifs', 'actives'],
    ['modifier', 'modifié', 'modification', 'modifications'],
    ['bouton', 'boutons'],
    ['session', 'sessions'],
    ['cœur', 'coeur', 'CŒURS'],
  ])('%s', (base, ...others) => {
    const stem = stems(base).at(-1);
    for (const other of others) expect(stems(other).at(-1), other).toBe(stem);
  });

  test.each([
    ['formation', 'formateur'],
    ['client', 'clic'],
    ['cours', 'courrier'],
    ['session', 'séance'],
    ['agenda', 'agent'],
    ['devis', 'devise'],
    ['page', 'paie'],
  ])('but %s is not %s', (one, other) => {
    expect(stems(one)).not.toEqual(stems(other));
  });
});

describe('a text falls into words', () => {
  test.each([
    [
      'elisions are dropped, straight and curly',
      "l'acompte, l’échéance, qu’il, jusqu'à, lorsqu’on, d’œuvre",
      ['acompte', 'echeance', 'il', 'a', 'on', 'oeuvre'],
    ],
    ['what is no elision is not', "aujourd'hui", ['aujourd', 'hui']],
    [
      'joined words are but their words',
      'après-midi, formateur·rice, stagiaire/tuteur',
      ['apres', 'midi', 'formateur', 'rice', 'stagiaire', 'tuteur'],
    ],
    ['codes stay whole, with their parts', '2024-118', ['2024-118', '2024', '118']],
    ['with letters too', 'ERR-EMARG-500', ['err-emarg-500', 'err', 'emarg', '500']],
    ['and versions', 'v2.1', ['v2.1', 'v2', '1']],
    [
      'quotes and other signs separate',
      '« Facture » "n°12" (TVA: 20 %)',
      ['facture', 'n', '12', 'tva', '20'],
    ],
    ['nothing is a syntax', '"a" OR b* NEAR/2 ^d:e', ['a', 'or', 'b', 'near/2', 'near', '2', 'd', 'e']],
    ['nothing to look for', ' … « » 🙂 \u0000 ', []],
  ])('%s', (_what, text, expected) => {
    expect(forms(text)).toEqual(expected);
  });
});

describe('a search', () => {
  test('leaves out what every text has, unless there is nothing else', () => {
    expect(readSearch('le total de la facture ').words.map(({ form }) => form)).toEqual(['total', 'facture']);
    expect(readSearch('le la').words.map(({ form }) => form)).toEqual(['le', 'la']);
  });

  test('looks for a code whole', () => {
    expect(readSearch('erreur 2024-118').words.map(({ form }) => form)).toEqual(['erreur', '2024-118']);
  });

  test('takes its last word for unfinished until something follows it', () => {
    expect(readSearch('émargem').unfinished).toBe(true);
    expect(readSearch('émargement ').unfinished).toBe(false);
    expect(readSearch('émargement le').unfinished).toBe(false);
    expect(readSearch('').unfinished).toBe(false);
  });

  test('looks for each word once, at the place where it is still typed', () => {
    expect(readSearch('facture total facture').words.map(({ form }) => form)).toEqual(['total', 'facture']);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.constantFrom("l'", 'œ', 'É', '-', '.', '2024', 'aux', 'ement', '’', ' ', '\ud800', '"'), {
      maxLength: 20,
    })
    .map((parts) => parts.join('')),
);

test('whatever is written, its words are letters, digits and the signs within a code, and each is found by itself', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { form, stem } of frenchWords(text)) {
        expect(form).toMatch(/^[\p{L}\p{N}]+(?:[-_./][\p{L}\p{N}]+)*$/u);
        expect(stem).not.toBe('');
        expect(frenchWords(form).map((word) => word.stem)).toContain(stem);
      }
    }),
  );
});

test('whatever is searched for, its words are among those of a text that has it', () => {
  fc.assert(
    fc.property(anyText, anyText, (query, around) => {
      const found = new Set(stems(`${around} ${query} ${around}`));
      for (const { stem } of readSearch(query).words) expect(found).toContain(stem);
    }),
  );
});
