import { describe, test } from 'vitest';
import { hour, sofia, start } from '../../testing/domain.js';
import { event, facts, filedMalfunction } from '../../testing/facts.js';
import { given } from '../../testing/scenario.js';
import { write } from '../../text/written.js';

const now = start + hour;

describe('write_note', () => {
  test.each([
    ['new', []],
    ['closed', [facts.resolved(1), facts.confirmed(2)]],
  ])('given a ticket that is %s, when the team writes a note, then it stands', (_status, history) => {
    given(filedMalfunction, ...history)
      .when({ type: 'write_note', text: ' À voir ' })
      .leadsTo(event({ type: 'internal_note.written', text: write('À voir') }, sofia, now));
  });
});
