import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findType, type TypeAnswer, type TypeFinding } from './find-type.js';
import { type TicketType, ticketTypes } from './index.js';

/** Where these answers lead. */
function after(offered: readonly TicketType[], ...given: readonly TypeAnswer[]): TypeFinding | null {
  return given.reduce<TypeFinding | null>(
    (finding, answer) =>
      finding?.kind === 'asked'
        ? (finding.choices.find((choice) => choice.answer === answer)?.next ?? null)
        : null,
    findType(offered),
  );
}

/** What can be answered there. */
function answersAt(finding: TypeFinding | null): TypeAnswer[] {
  return finding?.kind === 'asked' ? finding.choices.map(({ answer }) => answer) : [];
}

/** Every way to the end: how many questions it takes, and the type that it ends in. */
function ways(finding: TypeFinding | null, questions = 0): { type: TicketType; questions: number }[] {
  if (finding === null) return [];
  if (finding.kind === 'found') return [{ type: finding.type, questions }];
  return finding.choices.flatMap(({ next }) => ways(next, questions + 1));
}

describe('a téomaster with courses and trials', () => {
  test.each<[string, TypeAnswer[], TicketType]>([
    ['something does not work', ['broken', 'not_on_trial'], 'malfunction'],
    ['something on trial does not work', ['broken', 'on_trial'], 'rnd'],
    ['something was done by mistake', ['mistake'], 'mishandling'],
    ['they do not know how', ['how_to', 'not_in_course'], 'usage_question'],
    ['they do not know how, though a course dealt with it', ['how_to', 'in_course'], 'training_follow_up'],
    ['they have something to say of a course', ['about_course'], 'training_follow_up'],
    ['they have something to say of a trial', ['about_trial'], 'rnd'],
  ])('finds the type when %s', (_what, given, type) => {
    expect(after(ticketTypes, ...given)).toEqual({ kind: 'found', type });
  });
});

test('who has neither courses nor trials is asked one question, of neither', () => {
  const offered: TicketType[] = ['malfunction', 'mishandling', 'usage_question'];
  expect(answersAt(findType(offered))).toEqual(['broken', 'mistake', 'how_to']);
  expect(after(offered, 'broken')).toEqual({ kind: 'found', type: 'malfunction' });
  expect(after(offered, 'how_to')).toEqual({ kind: 'found', type: 'usage_question' });
});

test('where nothing is offered there is nothing to ask, and a single type is found at once', () => {
  expect(findType([])).toBeNull();
  for (const type of ticketTypes) expect(findType([type])).toEqual({ kind: 'found', type });
});

test('whatever is offered, each type of it is reached and no other, by two questions at the most with a choice in each', () => {
  fc.assert(
    fc.property(fc.subarray([...ticketTypes]), (offered) => {
      const all = ways(findType(offered));
      expect(new Set(all.map(({ type }) => type))).toEqual(new Set(offered));
      expect(Math.max(0, ...all.map(({ questions }) => questions))).toBeLessThanOrEqual(2);
      const choices = (finding: TypeFinding | null): number[] =>
        finding?.kind === 'asked'
          ? [finding.choices.length, ...finding.choices.flatMap(({ next }) => choices(next))]
          : [];
      for (const count of choices(findType(offered))) expect(count).toBeGreaterThan(1);
    }),
  );
});
