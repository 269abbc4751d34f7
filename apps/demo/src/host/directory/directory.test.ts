import { expect, test } from 'vitest';
import { Directory } from './directory.js';
import { sharedFiles } from './shared-files.js';

test('the file of the next session adds its people and touches nobody', () => {
  const directory = new Directory();
  const before = directory.view().records;
  expect(directory.import(sharedFiles['stagiaires-rentree.csv'])).toEqual({
    created: 4,
    replaced: 0,
    skipped: 0,
  });
  expect(directory.view().records.slice(0, before.length)).toEqual(before);
});

test('the file of two years ago adds former people and writes over those of today', () => {
  const directory = new Directory();
  expect(directory.import(sharedFiles['stagiaires-2024.csv'])).toEqual({
    created: 14,
    replaced: 9,
    skipped: 0,
  });
  expect(directory.view().records.find(({ name }) => name === 'Amélie Rousseau')).toMatchObject({
    company: 'Imprimerie Vallée',
    origin: 'replaced',
  });
});

test('step by step, everything is as it was', () => {
  const directory = new Directory();
  const before = directory.view();
  directory.import(sharedFiles['stagiaires-2024.csv']);
  directory.archiveCreated();
  for (const { id, origin } of directory.view().records) if (origin === 'replaced') directory.restore(id);
  expect(directory.view()).toEqual(before);
});

test('only the last import can be undone', () => {
  const directory = new Directory();
  directory.import(sharedFiles['stagiaires-2024.csv']);
  directory.import(sharedFiles['stagiaires-rentree.csv']);
  directory.archiveCreated();
  expect(directory.view().records).toHaveLength(23);
  expect(directory.view().records.every(({ origin }) => origin === 'kept')).toBe(true);
});

test('a person who stands twice in a file is created once', () => {
  const directory = new Directory();
  const twice = 'Léo;Roy;Brunel;leo@roy.example\nLéo;Roy;Brunel;LEO@roy.example';
  expect(directory.import(twice)).toEqual({ created: 1, replaced: 0, skipped: 0 });
});
