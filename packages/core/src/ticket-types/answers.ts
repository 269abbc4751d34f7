import { showsScreen } from '../files/file-types.js';
import type { FileId } from '../people/ids.js';
import { type Written, write } from '../text/written.js';
import type { EntitledField, Field, ImagesField, TicketTypeDeclaration } from './declaration.js';
import { type Entitlements, isEntitled, type Training, type TrialFeature } from './entitlements.js';
import { type FieldIssue, type FormIssueCode, issue } from './field-issue.js';

/** A stored file as events speak of it. `digest` is the SHA-256 of its content, in hexadecimal. */
export interface FileRef {
  readonly id: FileId;
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly name: Written;
}

/** What a person answered to one field, checked. */
export type Answer =
  | { readonly kind: 'text'; readonly text: Written }
  | { readonly kind: 'steps'; readonly steps: readonly Written[] }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'images'; readonly files: readonly FileRef[]; readonly noneBecause: Written | null }
  | ({ readonly kind: 'training' } & Training)
  | ({ readonly kind: 'feature' } & TrialFeature);

export type Answers = Readonly<Record<string, Answer>>;

/** Pictures as a form or a request hands them in: the ids of uploads, or the reason why there are none. */
export interface ImagesInput {
  readonly files: readonly string[];
  readonly noneBecause?: string | undefined;
}

/** Answers as a form or a request hands them in, by field name. */
export type AnswersInput = Readonly<Record<string, string | readonly string[] | ImagesInput>>;

/** What is wrong with an answer. */
export type AnswerIssue = FieldIssue<FormIssueCode>;

export type CheckedAnswers =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly issues: readonly AnswerIssue[] };

/**
 * Checks what a person answered against a type's declaration. Every problem is reported at once, each at its field,
 * in the order of the form. The widget calls it before it sends, the server before it decides: one set of rules.
 *
 * @param uploads the files that this person has uploaded and not yet sent with a ticket
 * @param entitlements what this person's organization may speak of
 */
export function checkAnswers(
  declaration: TicketTypeDeclaration,
  input: AnswersInput,
  uploads: readonly FileRef[],
  entitlements: Entitlements,
): CheckedAnswers {
  return checkFields(declaration.fields, input, (field, given) =>
    isEntitled(field) ? checkEntitled(field, given, entitlements) : checkAnswer(field, given, uploads),
  );
}

/** The same for those fields alone that link a ticket to what its organization may speak of. */
export function checkEntitledAnswers(
  declaration: TicketTypeDeclaration,
  input: AnswersInput,
  entitlements: Entitlements,
): CheckedAnswers {
  return checkFields(declaration.fields.filter(isEntitled), input, (field, given) =>
    checkEntitled(field, given, entitlements),
  );
}

function checkFields<F extends Field>(
  fields: readonly F[],
  input: AnswersInput,
  check: (field: F, given: AnswersInput[string] | undefined) => Answer | null | AnswerIssue[],
): CheckedAnswers {
  const answers: Record<string, Answer> = {};
  const issues: AnswerIssue[] = [];
  for (const field of fields) {
    const checked = check(field, Object.hasOwn(input, field.name) ? input[field.name] : undefined);
    if (Array.isArray(checked)) issues.push(...checked);
    else if (checked !== null) answers[field.name] = checked;
  }
  for (const name of Object.keys(input)) {
    if (!fields.some((field) => field.name === name)) issues.push(issue([name], 'unknown_field'));
  }
  return issues.length === 0 ? { ok: true, answers } : { ok: false, issues };
}

/** The answer, or `null` where an optional field was left empty, or what is wrong with it. */
function checkAnswer(
  field: Exclude<Field, EntitledField>,
  given: AnswersInput[string] | undefined,
  uploads: readonly FileRef[],
): Answer | null | AnswerIssue[] {
  switch (field.kind) {
    case 'line':
    case 'text': {
      const text = typeof given === 'string' ? given.trim() : '';
      if (given !== undefined && typeof given !== 'string') return [issue([field.name], 'wrong_shape')];
      if (text === '') return field.required ? [issue([field.name], 'required')] : null;
      if (text.length > field.maxLength) return [issue([field.name], 'too_long', { max: field.maxLength })];
      if (field.kind === 'line' && /[\r\n]/.test(text)) return [issue([field.name], 'one_line_only')];
      return { kind: 'text', text: write(text) };
    }
    case 'choice': {
      if (given === undefined || given === '')
        return field.required ? [issue([field.name], 'required')] : null;
      if (typeof given !== 'string') return [issue([field.name], 'wrong_shape')];
      return field.options.includes(given)
        ? { kind: 'choice', choice: given }
        : [issue([field.name], 'not_an_option')];
    }
    case 'steps':
      return checkSteps(field.name, given, field.minItems, field.maxItems, field.maxLength);
    case 'images':
      return checkImages(field, given, uploads);
  }
}

function checkEntitled(
  field: EntitledField,
  given: AnswersInput[string] | undefined,
  { trainings, trials }: Entitlements,
): Answer | AnswerIssue[] {
  if (given === undefined || given === '') return [issue([field.name], 'required')];
  if (typeof given !== 'string') return [issue([field.name], 'wrong_shape')];
  switch (field.kind) {
    case 'training': {
      const training = trainings.find((candidate) => candidate.id === given);
      if (training === undefined) return [issue([field.name], 'not_an_option')];
      return { kind: 'training', id: training.id, title: training.title, deliveredOn: training.deliveredOn };
    }
    case 'feature': {
      const feature = trials.find((candidate) => candidate.id === given);
      if (feature === undefined) return [issue([field.name], 'not_an_option')];
      return { kind: 'feature', id: feature.id, name: feature.name };
    }
  }
}

/** Steps left blank are dropped, as a person who leaves an empty line means nothing by it. */
function checkSteps(
  name: string,
  given: AnswersInput[string] | undefined,
  minItems: number,
  maxItems: number,
  maxLength: number,
): Answer | AnswerIssue[] {
  if (given !== undefined && !isTextList(given)) return [issue([name], 'wrong_shape')];
  const lines = given ?? [];
  const issues: AnswerIssue[] = lines.flatMap((line, index) =>
    line.trim().length > maxLength ? [issue([name, String(index)], 'too_long', { max: maxLength })] : [],
  );
  const steps = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (steps.length < minItems) issues.push(issue([name], 'too_few', { min: minItems }));
  if (steps.length > maxItems) issues.push(issue([name], 'too_many', { max: maxItems }));
  return issues.length > 0 ? issues : { kind: 'steps', steps: steps.map(write) };
}

function checkImages(
  field: ImagesField,
  given: AnswersInput[string] | undefined,
  uploads: readonly FileRef[],
): Answer | AnswerIssue[] {
  if (given !== undefined && !isImagesInput(given)) return [issue([field.name], 'wrong_shape')];
  const ids = given?.files ?? [];
  const noneBecause = given?.noneBecause?.trim() ?? '';
  if (ids.length > field.maxFiles) return [issue([field.name], 'too_many', { max: field.maxFiles })];
  if (noneBecause.length > field.reasonMaxLength) {
    return [issue([field.name, 'noneBecause'], 'too_long', { max: field.reasonMaxLength })];
  }
  const files: FileRef[] = [];
  for (const [index, id] of ids.entries()) {
    const upload = uploads.find((candidate) => candidate.id === id);
    if (upload === undefined) return [issue([field.name, 'files', String(index)], 'unknown_file')];
    if (!files.includes(upload)) files.push(upload);
  }
  // « Joignez des captures d'écran »: a document beside them is welcome, and does not stand for one.
  const shown = files.some(showsScreen);
  if (!shown && field.expected && noneBecause === '') return [issue([field.name], 'images_or_reason')];
  return {
    kind: 'images',
    files,
    noneBecause: !shown && noneBecause !== '' ? write(noneBecause) : null,
  };
}

function isTextList(given: AnswersInput[string]): given is readonly string[] {
  return Array.isArray(given) && given.every((item) => typeof item === 'string');
}

function isImagesInput(given: AnswersInput[string]): given is ImagesInput {
  return typeof given === 'object' && !Array.isArray(given) && 'files' in given;
}
