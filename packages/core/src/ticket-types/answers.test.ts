import { describe, expect, test } from 'vitest';
import { malfunctionAnswers } from '../testing/commands.js';
import { entitlements, nothingElse, upload } from '../testing/domain.js';
import { write } from '../text/written.js';
import { type AnswersInput, checkAnswers, checkEntitledAnswers, type FileRef } from './answers.js';
import type { Field, TicketTypeDeclaration } from './declaration.js';
import { type FieldIssue, issue } from './field-issue.js';
import { malfunction } from './malfunction.js';

function declared(...fields: readonly Field[]): TicketTypeDeclaration {
  return {
    type: 'sample',
    routedTo: 'customer',
    notice: null,
    asksImpact: true,
    reproductionTested: false,
    rolledBack: false,
    attachesContext: false,
    fields,
  };
}

const line: Field = { kind: 'line', name: 'subject', required: true, maxLength: 5 };
const text: Field = { kind: 'text', name: 'detail', required: false, maxLength: 5 };
const choice: Field = { kind: 'choice', name: 'about', required: true, options: ['figure', 'other'] };
const steps: Field = { kind: 'steps', name: 'steps', minItems: 1, maxItems: 2, maxLength: 5 };
const images: Field = { kind: 'images', name: 'shots', expected: true, maxFiles: 2, reasonMaxLength: 5 };
const welcome: Field = { ...images, expected: false };

const uploads = [upload('f_1'), upload('f_2')];

function issuesOf(
  field: Field,
  input: AnswersInput,
  files: readonly FileRef[] = uploads,
): readonly FieldIssue[] {
  const checked = checkAnswers(declared(field), input, files, entitlements);
  return checked.ok ? [] : checked.issues;
}

function answersOf(field: Field, input: AnswersInput) {
  const checked = checkAnswers(declared(field), input, uploads, entitlements);
  return checked.ok ? checked.answers : checked.issues;
}

describe('one line', () => {
  test('is kept without the white space around it', () => {
    expect(answersOf(line, { subject: ' abcde\n' })).toEqual({
      subject: { kind: 'text', text: write('abcde') },
    });
  });

  test.each<[string, AnswersInput, FieldIssue]>([
    ['missing', {}, issue(['subject'], 'required')],
    ['blank', { subject: ' \n ' }, issue(['subject'], 'required')],
    ['too long', { subject: 'abcdef' }, issue(['subject'], 'too_long', { max: 5 })],
    ['of two lines', { subject: 'a\nb' }, issue(['subject'], 'one_line_only')],
    ['of two lines as old systems break them', { subject: 'a\rb' }, issue(['subject'], 'one_line_only')],
    ['not a text', { subject: ['a'] }, issue(['subject'], 'wrong_shape')],
  ])('%s, it says what is wrong', (_what, input, expected) => {
    expect(issuesOf(line, input)).toEqual([expected]);
  });
});

describe('several lines', () => {
  test('may break', () => {
    expect(answersOf(text, { detail: 'a\nb' })).toEqual({ detail: { kind: 'text', text: write('a\nb') } });
  });

  test('left empty where they are optional leave no answer', () => {
    expect(answersOf(text, { detail: '  ' })).toEqual({});
    expect(answersOf(text, {})).toEqual({});
  });

  test('too long or not a text, say what is wrong', () => {
    expect(issuesOf(text, { detail: 'abcdef' })).toEqual([issue(['detail'], 'too_long', { max: 5 })]);
    expect(issuesOf(text, { detail: { files: [] } })).toEqual([issue(['detail'], 'wrong_shape')]);
  });
});

describe('a choice', () => {
  test('is one of its options', () => {
    expect(answersOf(choice, { about: 'figure' })).toEqual({ about: { kind: 'choice', choice: 'figure' } });
  });

  test.each<[string, AnswersInput, FieldIssue]>([
    ['missing', {}, issue(['about'], 'required')],
    ['empty', { about: '' }, issue(['about'], 'required')],
    ['something else', { about: 'toString' }, issue(['about'], 'not_an_option')],
    ['several', { about: ['figure'] }, issue(['about'], 'wrong_shape')],
  ])('%s, it says what is wrong', (_what, input, expected) => {
    expect(issuesOf(choice, input)).toEqual([expected]);
  });

  test('that is optional may be left out', () => {
    const optional: Field = { kind: 'choice', name: 'about', required: false, options: ['figure'] };
    expect(answersOf(optional, { about: '' })).toEqual({});
  });
});

describe('steps', () => {
  test('are trimmed, and blank ones dropped before they are counted', () => {
    expect(answersOf(steps, { steps: [' a ', '', ' ', 'b'] })).toEqual({
      steps: { kind: 'steps', steps: [write('a'), write('b')] },
    });
  });

  test.each<[string, AnswersInput, FieldIssue[]]>([
    ['missing', {}, [issue(['steps'], 'too_few', { min: 1 })]],
    ['all blank', { steps: [' '] }, [issue(['steps'], 'too_few', { min: 1 })]],
    ['too many', { steps: ['a', 'b', 'c'] }, [issue(['steps'], 'too_many', { max: 2 })]],
    [
      'too long and too many',
      { steps: ['a', ' ', 'abcdef', 'b'] },
      [issue(['steps', '2'], 'too_long', { max: 5 }), issue(['steps'], 'too_many', { max: 2 })],
    ],
    ['one text', { steps: 'a' }, [issue(['steps'], 'wrong_shape')]],
  ])('%s, say what is wrong', (_what, input, expected) => {
    expect(issuesOf(steps, input)).toEqual(expected);
  });
});

describe('pictures', () => {
  test('are the uploads of their ids, each once', () => {
    expect(answersOf({ ...images, maxFiles: 3 }, { shots: { files: ['f_2', 'f_1', 'f_2'] } })).toEqual({
      shots: { kind: 'images', files: [upload('f_2'), upload('f_1')], noneBecause: null },
    });
  });

  test('that are expected need a reason when there are none', () => {
    expect(issuesOf(images, {})).toEqual([issue(['shots'], 'images_or_reason')]);
    expect(issuesOf(images, { shots: { files: [], noneBecause: ' ' } })).toEqual([
      issue(['shots'], 'images_or_reason'),
    ]);
    expect(answersOf(images, { shots: { files: [], noneBecause: ' vide ' } })).toEqual({
      shots: { kind: 'images', files: [], noneBecause: write('vide') },
    });
  });

  test('that are welcome may be left out', () => {
    expect(answersOf(welcome, {})).toEqual({ shots: { kind: 'images', files: [], noneBecause: null } });
  });

  test('make the reason void', () => {
    expect(answersOf(images, { shots: { files: ['f_1'], noneBecause: 'vide' } })).toMatchObject({
      shots: { noneBecause: null },
    });
  });

  test('may have other files beside them, which do not stand for one where one is expected', () => {
    const document = { ...upload('f_3'), mediaType: 'application/pdf' };
    const video = { ...upload('f_4'), mediaType: 'video/webm' };
    const all = [...uploads, document, video];
    const issuesWith = (...files: string[]) => issuesOf(images, { shots: { files } }, all);
    expect(issuesWith('f_1', 'f_3')).toEqual([]);
    expect(issuesWith('f_4')).toEqual([]);
    expect(issuesWith('f_3')).toEqual([issue(['shots'], 'images_or_reason')]);
    const explained = { shots: { files: ['f_3'], noneBecause: 'vide' } };
    const checked = checkAnswers(declared(images), explained, all, entitlements);
    expect(checked.ok && checked.answers.shots).toEqual({
      kind: 'images',
      files: [document],
      noneBecause: write('vide'),
    });
  });

  test.each<[string, AnswersInput, FieldIssue]>([
    ['too many', { shots: { files: ['f_1', 'f_2', 'f_1'] } }, issue(['shots'], 'too_many', { max: 2 })],
    [
      'of somebody else',
      { shots: { files: ['f_1', 'f_9'] } },
      issue(['shots', 'files', '1'], 'unknown_file'),
    ],
    [
      'none, with too long a reason',
      { shots: { files: [], noneBecause: 'abcdef' } },
      issue(['shots', 'noneBecause'], 'too_long', { max: 5 }),
    ],
    ['a list of ids', { shots: ['f_1'] }, issue(['shots'], 'wrong_shape')],
    ['one id', { shots: 'f_1' }, issue(['shots'], 'wrong_shape')],
  ])('%s, say what is wrong', (_what, input, expected) => {
    expect(issuesOf(images, input)).toEqual([expected]);
  });
});

describe('what an organization may speak of', () => {
  const training: Field = { kind: 'training', name: 'training' };
  const feature: Field = { kind: 'feature', name: 'feature' };

  test('is kept as it is known by then, so that a course that is renamed later keeps its name here', () => {
    expect(answersOf(training, { training: 'tr_1' })).toEqual({
      training: { kind: 'training', id: 'tr_1', title: 'Prendre en main téo', deliveredOn: '2026-05-12' },
    });
    expect(answersOf(feature, { feature: 'ft_1' })).toEqual({
      feature: { kind: 'feature', id: 'ft_1', name: 'Agenda partagé' },
    });
  });

  test.each([
    ['missing', {}, 'required'],
    ['empty', { training: '' }, 'required'],
    ['of another organization', { training: 'tr_9' }, 'not_an_option'],
    ['not a text', { training: ['tr_1'] }, 'wrong_shape'],
  ] as const)('a course that is %s is refused', (_what, input, code) => {
    expect(issuesOf(training, input)).toEqual([issue(['training'], code)]);
  });

  test('a feature that the organization does not test is refused', () => {
    expect(issuesOf(feature, { feature: 'tr_1' })).toEqual([issue(['feature'], 'not_an_option')]);
  });

  test('alone is what a requalification asks for', () => {
    const declaration = declared(line, training);
    expect(checkEntitledAnswers(declaration, { training: 'tr_1' }, entitlements)).toMatchObject({ ok: true });
    expect(checkEntitledAnswers(declaration, { subject: 'abc' }, entitlements)).toEqual({
      ok: false,
      issues: [issue(['training'], 'required'), issue(['subject'], 'unknown_field')],
    });
  });
});

describe('several problems', () => {
  test('are said at once, in the order of the form, what the form does not know last', () => {
    const input = { nonsense: 'x', ...malfunctionAnswers, observed: '', subject: '', module: 'kitchen' };
    expect(checkAnswers(malfunction, input, [], nothingElse)).toEqual({
      ok: false,
      issues: [
        issue(['subject'], 'required'),
        issue(['module'], 'not_an_option'),
        issue(['observed'], 'required'),
        issue(['nonsense'], 'unknown_field'),
      ],
    });
  });

  test('an empty malfunction names every field that it needs', () => {
    const checked = checkAnswers(malfunction, {}, [], nothingElse);
    expect(checked.ok ? [] : checked.issues.map((found) => found.path.join('/'))).toEqual([
      'subject',
      'module',
      'description',
      'steps',
      'expected',
      'observed',
      'screenshots',
    ]);
  });
});

describe.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('a field named %s', (name) => {
  test('that is sent but not declared is unknown', () => {
    const input: AnswersInput = JSON.parse(`{"subject": "abc", "${name}": "x"}`);
    expect(issuesOf(line, input)).toEqual([issue([name], 'unknown_field')]);
  });

  test('that is declared but not sent is missing, not what every object inherits', () => {
    expect(issuesOf({ ...line, name }, {})).toEqual([issue([name], 'required')]);
    expect(issuesOf({ ...steps, name }, {})).toEqual([issue([name], 'too_few', { min: 1 })]);
  });
});
