import { expect, test } from 'vitest';
import { Question } from './question.js';

const asked = (q: string, ...shown: string[]) => ({ q, module: undefined, shown });

test('what is typed letter by letter is one question, told as it was at last', () => {
  const question = new Question();
  for (const q of ['con', 'convent', 'convention']) expect(question.saw(asked(q, 'a', 'b'))).toBeNull();
  expect(question.end('left')).toEqual({
    q: 'convention',
    shown: ['a', 'b'],
    opened: [],
    outcome: 'left',
  });
  expect(question.end('left')).toBeNull();
});

test('letters that are taken off its end do not make it another question', () => {
  const question = new Question();
  question.saw(asked('convention', 'a'));
  question.saw(asked('conv', 'b'));
  expect(question.forget()).toMatchObject({ q: 'convention', shown: ['a'] });
});

test('a correction makes it clearer', () => {
  const question = new Question();
  question.saw(asked('convention signée', 'a'));
  question.saw(asked('convention', 'b'));
  question.saw(asked('convention perdue', 'c'));
  expect(question.end('left')).toMatchObject({ q: 'convention perdue', shown: ['c'] });
});

test('what is asked after something was opened is another question', () => {
  const question = new Question();
  question.saw(asked('convention', 'a', 'b'));
  question.opened('b');
  question.opened('b');
  expect(question.saw(asked('convention', 'a', 'b'))).toBeNull();
  expect(question.saw(asked('facture', 'c'))).toEqual({
    q: 'convention',
    shown: ['a', 'b'],
    opened: ['b'],
    outcome: 'left',
  });
  expect(question.end('not_there')).toMatchObject({ q: 'facture', opened: [], outcome: 'not_there' });
});

test('what is opened counts for what is on the screen', () => {
  const question = new Question();
  question.saw(asked('convention', 'a'));
  question.saw(asked('conv', 'b'));
  question.opened('b');
  expect(question.end('solved', 'b')).toEqual({
    q: 'conv',
    shown: ['b'],
    opened: ['b'],
    outcome: 'solved',
    solvedBy: 'b',
  });
});

test('what was told and is still on the screen can be asked again, and is not told twice by itself', () => {
  const question = new Question();
  question.saw(asked('convention', 'a'));
  question.end('left');
  expect(question.forget()).toBeNull();
  question.saw(asked('convention', 'a'));
  question.end('left');
  question.opened('a');
  expect(question.end('left')).toMatchObject({ q: 'convention', opened: ['a'] });
});

test('two letters are no question', () => {
  const question = new Question();
  question.saw(asked('co', 'a'));
  expect(question.forget()).toBeNull();
});

test('no more is told than the API takes', () => {
  const question = new Question();
  const many = Array.from({ length: 30 }, (_, place) => `a-${place}`);
  question.saw(asked('convention', ...many));
  for (const id of many) question.opened(id);
  const told = question.end('left');
  expect([told?.shown?.length, told?.opened?.length]).toEqual([20, 20]);
});
