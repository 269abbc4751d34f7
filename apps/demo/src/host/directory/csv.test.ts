import { expect, test } from 'vitest';
import { readTrainees } from './csv.js';

const amelie = { name: 'Amélie Rousseau', company: 'Ville de Nantes', email: 'a.rousseau@nantes.example' };

test('reads what a spreadsheet saves: a mark, headings, semicolons, Windows lines, quotes', () => {
  const text =
    '\uFEFFPrénom;Nom;Entreprise;E-mail\r\nAmélie;Rousseau;"Ville de Nantes";a.rousseau@nantes.example\r\n';
  expect(readTrainees(text)).toEqual({ trainees: [amelie], skipped: 0 });
});

test('reads a file without headings, parted by commas', () => {
  const text = 'Amélie,Rousseau,Ville de Nantes,a.rousseau@nantes.example';
  expect(readTrainees(text)).toEqual({ trainees: [amelie], skipped: 0 });
});

test('counts the lines without an address, and blank ones not', () => {
  const text =
    'Prénom;Nom;Entreprise;E-mail\n\nKarim;Haddou;Transports;\nAmélie;Rousseau;Ville de Nantes;a.rousseau@nantes.example';
  expect(readTrainees(text)).toEqual({ trainees: [amelie], skipped: 1 });
});

test('finds nobody in a file of another kind', () => {
  expect(readTrainees('PK\u0003\u0004 not a table at all')).toEqual({ trainees: [], skipped: 0 });
  expect(readTrainees('')).toEqual({ trainees: [], skipped: 0 });
});
