import { describe, expect, test } from 'vitest';
import { fieldWords } from '../messages/catalogue.js';
import { en } from '../messages/en.js';
import { fr } from '../messages/fr.js';
import { services } from '../people/service.js';
import { entitlements, nothingElse } from '../testing/domain.js';
import { type Field, subjectField } from './declaration.js';
import { declarationOf, fieldOf, isTicketType, offeredTypes, ticketTypes } from './index.js';

test('types have names of their own', () => {
  expect(new Set(ticketTypes).size).toBe(ticketTypes.length);
});

test('a type is known by its name alone', () => {
  expect(ticketTypes.every(isTicketType)).toBe(true);
  expect(isTicketType('toString')).toBe(false);
  expect(isTicketType('')).toBe(false);
});

test('a type that nobody declared is an error, not a silent default', () => {
  const undeclared: string = 'complaint';
  expect(() => Reflect.apply(declarationOf, undefined, [undeclared])).toThrow(/complaint/);
});

test('a field is found in its type alone', () => {
  expect(fieldOf('malfunction', 'steps')).toMatchObject({ kind: 'steps' });
  expect(fieldOf('usage_question', 'steps')).toBeUndefined();
});

test('there are the five types of the promise, each with the service that receives it', () => {
  expect(ticketTypes.map((type) => [type, declarationOf(type).routedTo])).toEqual([
    ['malfunction', 'customer'],
    ['mishandling', 'customer'],
    ['usage_question', 'customer'],
    ['training_follow_up', 'training'],
    ['rnd', 'technical'],
  ]);
});

test('only malfunctions are tested, only mishandlings are rolled back, which is said before they are sent', () => {
  expect(ticketTypes.filter((type) => declarationOf(type).reproductionTested)).toEqual(['malfunction']);
  expect(ticketTypes.filter((type) => declarationOf(type).rolledBack)).toEqual(['mishandling']);
  expect(ticketTypes.filter((type) => declarationOf(type).notice === 'guided_roll_back')).toEqual([
    'mishandling',
  ]);
});

test('a type that links to a course or a trial is offered to those who have one', () => {
  const { trainings, trials } = entitlements;
  const always = ['malfunction', 'mishandling', 'usage_question'];
  expect(offeredTypes(nothingElse)).toEqual(always);
  expect(offeredTypes({ trainings, trials: [] })).toEqual([...always, 'training_follow_up']);
  expect(offeredTypes({ trainings: [], trials })).toEqual([...always, 'rnd']);
});

describe.each(ticketTypes)('the declaration of %s', (type) => {
  const { fields, routedTo } = declarationOf(type);

  test('has a required line that titles the ticket', () => {
    expect(fieldOf(type, subjectField)).toMatchObject({ kind: 'line', required: true });
  });

  test('has names that are unique and safe as keys', () => {
    const names = fields.map((field) => field.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name in {} || !/^[a-z][A-Za-z0-9]*$/.test(name))).toEqual([]);
  });

  test('is routed to a service that exists', () => {
    expect(services).toContain(routedTo);
  });

  test.each(fields.map((field) => [field.name, field] as const))(
    '%s has bounds that can be met',
    (_name, field) => {
      expect(boundsOf(field).every((bound) => Number.isInteger(bound) && bound > 0)).toBe(true);
      if (field.kind === 'steps') expect(field.minItems).toBeLessThanOrEqual(field.maxItems);
      if (field.kind === 'choice') expect(new Set(field.options).size).toBe(field.options.length);
    },
  );

  test.each([fr, en])('has words for every field and option ($locale)', (catalogue) => {
    expect(Object.keys(catalogue.ticketTypes[type].fields).sort()).toEqual(
      fields.map((field) => field.name).sort(),
    );
    for (const field of fields) {
      const words = fieldWords(catalogue, type, field.name);
      expect(words.label.trim()).not.toBe('');
      if (field.kind !== 'choice') continue;
      expect(Object.keys(words.options ?? {}).sort()).toEqual([...field.options].sort());
      expect(Object.values(words.options ?? {}).filter((option) => option.trim() === '')).toEqual([]);
    }
  });
});

function boundsOf(field: Field): number[] {
  switch (field.kind) {
    case 'line':
    case 'text':
      return [field.maxLength];
    case 'steps':
      return [field.maxItems, field.maxLength];
    case 'choice':
      return [field.options.length];
    case 'images':
      return [field.maxFiles, field.reasonMaxLength];
    case 'training':
    case 'feature':
      // Its options are what the organization may speak of.
      return [];
  }
}

test('a field that a catalogue does not know is called by its name', () => {
  expect(fieldWords(fr, 'malfunction', 'unheardOf')).toEqual({ label: 'unheardOf', hint: '' });
});
