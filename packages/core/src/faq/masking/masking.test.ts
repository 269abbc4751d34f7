import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMaskable } from './find-maskable.js';
import { type KnownWords, nothingKnown } from './known-words.js';
import { kindOfMark, marksIn } from './mask.js';
import { Masking } from './masking.js';

const known: KnownWords = {
  people: ['Claire Vasseur', 'Jean-Noël d’Œuvre', 'Inès Caron', 'Amélie de La Tour'],
  organizations: ['Atelier des Métiers Vosgiens', 'CFA Horizon'],
  courses: ['Prendre en main l’Agenda'],
  files: ['Liste stagiaires (2).xlsx'],
};
const maskOf = (text: string, given = known) => new Masking(given).mask(text);

describe('what tells of somebody is masked', () => {
  test.each([
    ['an e-mail address', 'Écrivez à claire.vasseur+teo@metiers.fr.', 'Écrivez à ⟦email:1⟧.'],
    ['one hidden from machines', 'paul.durand (at) example.fr', '⟦email:1⟧'],
    ['a phone number', 'Au 06 12 34 56 78 ou 0612345678', 'Au ⟦phone:1⟧ ou ⟦phone:2⟧'],
    ['one from abroad', 'appelez le +33 (0)6 12 34 56 78 !', 'appelez le ⟦phone:1⟧ !'],
    ['with dots', '03.83.12.34.56', '⟦phone:1⟧'],
    ['a SIRET', 'SIRET 123 456 789 00012', 'SIRET ⟦figure:1⟧'],
    ['a NIR', 'NIR 1 85 05 2A 123 456 78', 'NIR ⟦figure:1⟧'],
    ['an IBAN', 'sur FR76 3000 6000 0112 3456 7890 189', 'sur ⟦figure:1⟧'],
    ['an amount', 'un acompte de 45 € sur 1 250,50 euros', 'un acompte de ⟦figure:1⟧ sur ⟦figure:2⟧'],
    ['a reference', 'la facture F-2026-118 et TEO-1042', 'la facture ⟦figure:1⟧ et ⟦figure:2⟧'],
    ['a day', 'né le 3 mars 1987, convoqué le 12/03', 'né le ⟦figure:1⟧, convoqué le ⟦figure:2⟧'],
    ['a file', 'le fichier export_mai.xlsx et Liste stagiaires (2).xlsx', 'le fichier ⟦file:1⟧ et ⟦file:2⟧'],
    ['an address', 'sur https://teo.example.fr/dossiers?id=claire, puis', 'sur ⟦address:1⟧, puis'],
    ['a known name', 'Bonjour claire et VASSEUR', 'Bonjour ⟦person:1⟧ et ⟦person:2⟧'],
    ['with ligatures and hyphens', 'pour JEAN NOEL D’OEUVRE', 'pour ⟦person:1⟧'],
    ['its parts', 'Noël a relancé de La Tour', '⟦person:1⟧ a relancé de La ⟦person:2⟧'],
    ['a known organization', 'à l’atelier des metiers vosgiens', 'à l’⟦organization:1⟧'],
    ['its telling word alone', 'chez Horizon, un atelier', 'chez ⟦organization:1⟧, un atelier'],
    ['a known course', 'la session prendre en main l’agenda', 'la session ⟦course:1⟧'],
    ['a quoted course', 'la formation « Excel avancé » commence', 'la formation « ⟦course:1⟧ » commence'],
    ['a learner by title', 'Mme Leroy ne signe pas', 'Mme ⟦person:1⟧ ne signe pas'],
    ['a learner by what they are', 'le stagiaire Kevin Da Silva', 'le stagiaire ⟦person:1⟧'],
    ['a name in capitals', 'DURAND Paul n’apparaît pas', '⟦person:1⟧ n’apparaît pas'],
  ])('%s', (_what, text, masked) => {
    expect(maskOf(text)).toBe(masked);
  });

  test.each([
    'Ouvrez Facturation, puis Paramètres : l’étape 2 sur 10 dure 5 minutes.',
    'Dans téo edit, ajoutez le marqueur et choisissez 20 % ou 8.4.',
    'Un centre de formation, un atelier, une école.',
    'Depuis Google Chrome ou Firefox sous Windows.',
  ])('and nothing else: %s', (text) => {
    expect(maskOf(text, known)).toBe(text);
  });
});

test('the same words have the same mark in every text of a draft, others another one', () => {
  const masking = new Masking(known);
  expect(masking.mask('Claire et Inès')).toBe('⟦person:1⟧ et ⟦person:2⟧');
  expect(masking.mask('Inès, puis Claire')).toBe('⟦person:2⟧, puis ⟦person:1⟧');
  expect(masking.masks).toEqual([
    { mark: '⟦person:1⟧', kind: 'person', original: 'Claire' },
    { mark: '⟦person:2⟧', kind: 'person', original: 'Inès' },
  ]);
});

test('what was found harmless is found no more, written the same', () => {
  const harmless = new Set(['500', 'claire']);
  const found = findMaskable('une réponse claire à Claire, erreur 500 et 5003', known, harmless);
  expect(found.map(({ text }) => text)).toEqual(['Claire', '5003']);
});

test('nobody writes a mark by hand', () => {
  expect(marksIn(maskOf('⟦person:1⟧ et ⟦⟦email:2⟧'))).toEqual([]);
  expect(kindOfMark('⟦person:12⟧')).toBe('person');
  expect(kindOfMark('⟦persons:1⟧')).toBeNull();
});

const letters = fc.stringMatching(/^[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{1,8}$/);
const name = fc.tuple(letters, letters).map((parts) => parts.join(' '));
const email = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9._+-]{0,20}$/), fc.stringMatching(/^[a-z]{2,10}\.[a-z]{2,3}$/))
  .map((parts) => parts.join('@'));
const pair = fc.integer({ min: 0, max: 99 }).map((two) => `${two}`.padStart(2, '0'));
const phone = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.array(pair, { minLength: 4, maxLength: 4 }),
    fc.constantFrom(' ', '.', '', '-'),
  )
  .map(([first, others, between]) => [`0${first}`, ...others].join(between));
const between = fc.oneof(
  fc.constantFrom(
    ' ',
    ', ',
    '\n',
    ' : ',
    '(',
    ') ',
    '«\u00a0',
    '\u00a0»',
    ' - ',
    '_',
    '**',
    '/',
    ' le 3 mars ',
    ' M. ',
    "l'",
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => ` ${text} `),
);
const cased = (text: string) => fc.constantFrom(text, text.toUpperCase(), text.toLowerCase());

test('no address, no number and no known name survives, whatever stands around it', () => {
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(between, fc.oneof(email, phone, fc.nat(), name)), { maxLength: 8 }),
      between,
      fc.gen(),
      (people, said, end, gen) => {
        const names = people.map((one) => gen(() => cased(one)));
        const written = said.map(([before, what]) => `${before}${what}`);
        const text = [...written, ...names.map((one) => ` ${one} `), end].join('');
        const masked = maskOf(text, { ...nothingKnown, people });
        const left = masked.replace(/⟦[a-z]+:\d+⟧/gu, '⟦⟧');
        for (const [, what] of said) {
          if (typeof what === 'string' && /@|^0/.test(what)) expect(left).not.toContain(what);
        }
        const words = new Set(
          left
            .normalize('NFKC')
            .toLowerCase()
            .match(/[\p{L}\p{N}]+/gu),
        );
        for (const part of people.flatMap((one) => one.split(' '))) {
          if (!/^(?:du|la|le|de|des|da|di|les|van|von|der|den|el|al|ben|bin|et|and|the|of)$/i.test(part))
            expect(words).not.toContain(part.normalize('NFKC').toLowerCase());
        }
        expect(left).not.toMatch(/\d{3}/);
      },
    ),
    { numRuns: 100 },
  );
});

test('what is masked is masked for good: nothing is found in it any more, and every mark has its words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(between, email, phone, name, fc.constantFrom('⟦', '⟧', '⟦person:1⟧')), {
        maxLength: 12,
      }),
      (parts) => {
        const masking = new Masking(known);
        const masked = masking.mask(parts.join(''));
        expect(findMaskable(masked, known)).toEqual([]);
        const marks = new Set(masking.masks.map(({ mark }) => mark));
        expect(marksIn(masked).filter((mark) => !marks.has(mark))).toEqual([]);
        expect(new Set(masking.masks.map(({ mark }) => mark)).size).toBe(masking.masks.length);
      },
    ),
    { numRuns: 100 },
  );
});
