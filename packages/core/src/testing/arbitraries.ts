import fc from 'fast-check';
import type { Actor, StaffActor } from '../people/actor.js';
import { services } from '../people/service.js';
import type { Impact } from '../priority/impact.js';
import type { TicketCommand, TicketCommandType } from '../tickets/commands.js';
import { contextKeys } from '../tickets/context-item.js';
import { verdicts } from '../tickets/reproduction.js';
import {
  claire,
  day,
  fileMalfunction,
  fileQuestion,
  hour,
  hugo,
  karim,
  malfunctionAnswers,
  minute,
  sofia,
  staff,
  upload,
  yann,
} from './domain.js';

/** Words as people write them; now and then none at all, or far too many. */
const words = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('Bonjour', ' Voici la capture. ', 'l’acompte\n\n« 30 % »', '🙂') },
  { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom('', ' \n\t', 'x'.repeat(20_001)) },
);

const uploads = ['u1', 'u2', 'u3'].map(upload);
const files = fc.subarray(uploads);

const impacts: fc.Arbitrary<Impact> = fc.constantFrom<Impact[]>(
  { usable: true },
  { usable: false, alternative: 'none' },
  { usable: false, alternative: 'painful' },
  { usable: false, alternative: 'acceptable' },
);

const context = fc.array(fc.record({ key: fc.constantFrom(...contextKeys), value: words }), { maxLength: 3 });

/** Answers to a malfunction that are nearly always right, with one of them replaced by anything. */
const answers = fc.oneof(
  { weight: 6, arbitrary: fc.constant(malfunctionAnswers) },
  {
    weight: 1,
    arbitrary: fc
      .record({
        name: fc.constantFrom(...Object.keys(malfunctionAnswers), '__proto__', 'constructor', 'inconnu'),
        value: fc.oneof(
          words,
          fc.array(words, { maxLength: 3 }),
          fc.record({ files: fc.array(fc.string()) }),
        ),
      })
      .map(({ name, value }) => ({ ...malfunctionAnswers, ...Object.fromEntries([[name, value]]) })),
  },
);

const filing: fc.Arbitrary<TicketCommand> = fc.oneof(
  fc.record({ answers, impact: impacts, context }).map((parts) => fileMalfunction({ ...parts, uploads })),
  fc.record({ impact: impacts, context }).map((parts) => fileQuestion({ ...parts, uploads })),
);

const agents = fc.option(fc.constantFrom(sofia, hugo, staff('st_ada', ...services)));

const commandsByType: { readonly [T in TicketCommandType]: fc.Arbitrary<TicketCommand> } = {
  file: filing,
  answer: fc.record({
    type: fc.constant('answer' as const),
    text: words,
    files,
    awaitsRequester: fc.boolean(),
  }),
  reply: fc.record({ type: fc.constant('reply' as const), text: words, files }),
  write_note: fc.record({ type: fc.constant('write_note' as const), text: words }),
  assign: fc.record({
    type: fc.constant('assign' as const),
    service: fc.constantFrom(...services),
    agent: agents,
  }),
  record_reproduction_test: fc.record({
    type: fc.constant('record_reproduction_test' as const),
    verdict: fc.constantFrom(...verdicts, 'confirmed' as const),
    environment: words,
    steps: fc.array(words, { maxLength: 3 }),
    observed: words,
    evidence: files,
  }),
  transfer: fc.record({ type: fc.constant('transfer' as const), reason: words }),
  resolve: fc.record({ type: fc.constant('resolve' as const), resolution: words }),
  confirm: fc.constant({ type: 'confirm' }),
  reopen: fc.record({ type: fc.constant('reopen' as const), reason: words }),
};

const teomasters = fc.constantFrom<Actor[]>(claire, karim, yann);

const staffMembers: fc.Arbitrary<StaffActor> = fc
  .subarray([...services], { minLength: 1 })
  .map((theirs) => staff(`st_${theirs.join('_')}`, ...theirs));

/** One thing that someone tries, some time after (or, where a clock jumps, before) the last. */
export interface Attempt {
  readonly command: TicketCommand;
  readonly actor: Actor;
  readonly elapsed: number;
}

const givenBy: Readonly<Record<TicketCommandType, 'teomaster' | 'staff'>> = {
  file: 'teomaster',
  reply: 'teomaster',
  confirm: 'teomaster',
  reopen: 'teomaster',
  answer: 'staff',
  write_note: 'staff',
  assign: 'staff',
  record_reproduction_test: 'staff',
  transfer: 'staff',
  resolve: 'staff',
};

const elapsed = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 3 * day }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -2 * hour, max: -minute }) },
);

/** Usually given by whom it is for. */
function attemptOf(type: TicketCommandType): fc.Arbitrary<Attempt> {
  const [fitting, other] =
    givenBy[type] === 'staff' ? [staffMembers, teomasters] : [teomasters, staffMembers];
  const actor = fc.oneof({ weight: 9, arbitrary: fitting }, { weight: 1, arbitrary: other });
  return fc.record({ command: commandsByType[type], actor, elapsed });
}

/** A ticket's life as it may be attempted: filed first (as a rule), then anything by anyone. */
export const attempts: fc.Arbitrary<Attempt[]> = fc
  .tuple(
    fc.record({ command: filing, actor: fc.constantFrom<Actor[]>(claire, claire, claire, sofia), elapsed }),
    fc.array(
      fc.oneof(
        { weight: 1, arbitrary: attemptOf('file') },
        { weight: 4, arbitrary: attemptOf('answer') },
        { weight: 3, arbitrary: attemptOf('reply') },
        { weight: 2, arbitrary: attemptOf('write_note') },
        { weight: 2, arbitrary: attemptOf('assign') },
        { weight: 4, arbitrary: attemptOf('record_reproduction_test') },
        { weight: 4, arbitrary: attemptOf('transfer') },
        { weight: 2, arbitrary: attemptOf('resolve') },
        { weight: 1, arbitrary: attemptOf('confirm') },
        { weight: 4, arbitrary: attemptOf('reopen') },
      ),
      { maxLength: 30, size: 'max' },
    ),
  )
  .map(([first, rest]) => [first, ...rest]);
