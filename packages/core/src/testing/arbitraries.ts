import fc from 'fast-check';
import type { Actor, StaffActor } from '../people/actor.js';
import { services } from '../people/service.js';
import type { Impact } from '../priority/impact.js';
import { priorities } from '../priority/priority.js';
import { type TicketType, ticketTypes } from '../ticket-types/index.js';
import type { TicketCommand, TicketCommandType } from '../tickets/commands.js';
import { contextKeys } from '../tickets/context-item.js';
import { type Verdict, verdicts } from '../tickets/reproduction.js';
import { answersTo, fileAs, fileMalfunction, giver, malfunctionAnswers } from './commands.js';
import {
  claire,
  day,
  entitlements,
  hour,
  hugo,
  karim,
  minute,
  nothingElse,
  sofia,
  staff,
  time,
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
  fc.record({ impact: impacts, context }).map((parts) => fileMalfunction({ ...parts, uploads })),
  fc
    .record({
      type: fc.constantFrom(...ticketTypes, 'mishandling' as const, 'mishandling' as const),
      impact: impacts,
      context,
      entitlements: fc.constantFrom(entitlements, entitlements, entitlements, nothingElse),
    })
    .map(({ type, ...parts }) => fileAs(type, { ...parts, uploads })),
);

const agents = fc.option(fc.constantFrom(sofia, hugo, staff('st_ada', ...services)));
const steps = fc.array(words, { minLength: 1, maxLength: 3 });
const newType: fc.Arbitrary<TicketType | null> = fc.constantFrom(...ticketTypes, null);

export const commandsByType: { readonly [T in TicketCommandType]: fc.Arbitrary<TicketCommand> } = {
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
    verdict: fc.constantFrom(...verdicts, ...Array<Verdict>(3).fill('confirmed')),
    environment: words,
    steps,
    observed: words,
    evidence: files,
    message: words,
    requalifiedAs: newType,
  }),
  transfer: fc.record({ type: fc.constant('transfer' as const), reason: words }),
  reprioritise: fc.record({
    type: fc.constant('reprioritise' as const),
    priority: fc.constantFrom(...priorities),
    reason: words,
  }),
  requalify: fc
    .record({
      ticketType: fc.constantFrom(...ticketTypes),
      reason: words,
      entitlements: fc.constantFrom(entitlements, entitlements, nothingElse),
      linked: fc.boolean(),
    })
    .map(({ linked, ticketType, ...parts }) => ({
      type: 'requalify',
      ticketType,
      answers: linked ? linksOf(ticketType) : {},
      ...parts,
    })),
  consult: fc.record({
    type: fc.constant('consult' as const),
    service: fc.constantFrom(...services),
    question: words,
  }),
  answer_consultation: fc.record({
    type: fc.constant('answer_consultation' as const),
    consultation: fc.constantFrom(1, 1, 2, 3),
    answer: words,
  }),
  guide_roll_back: fc.record({ type: fc.constant('guide_roll_back' as const), steps }),
  rule_out_roll_back: fc.record({ type: fc.constant('rule_out_roll_back' as const), reason: words }),
  tick_roll_back_step: fc.record({
    type: fc.constant('tick_roll_back_step' as const),
    step: fc.integer({ min: 0, max: 2 }),
    done: fc.constantFrom(true, true, false),
  }),
  resolve: fc.record({ type: fc.constant('resolve' as const), resolution: words }),
  confirm: fc.constant({ type: 'confirm' }),
  reopen: fc.record({ type: fc.constant('reopen' as const), reason: words }),
  cancel: fc.record({ type: fc.constant('cancel' as const), reason: words }),
  close_by_time: fc.constant({ type: 'close_by_time' }),
  raise_alarms: fc.constant({ type: 'raise_alarms' }),
};

/** The answers of a type that link it to what its organization may speak of. */
function linksOf(type: keyof typeof answersTo) {
  switch (type) {
    case 'training_follow_up':
      return { training: answersTo.training_follow_up.training };
    case 'rnd':
      return { feature: answersTo.rnd.feature };
    default:
      return {};
  }
}

const teomasters = fc.constantFrom<Actor[]>(claire, karim, yann);

const staffMembers: fc.Arbitrary<StaffActor> = fc
  .subarray([...services], { minLength: 1 })
  .map((theirs) => staff(`st_${theirs.join('_')}`, ...theirs));

const fitting: Readonly<Record<Actor['kind'], fc.Arbitrary<Actor>>> = {
  teomaster: teomasters,
  staff: staffMembers,
  system: fc.constant(time),
};

const anyone: fc.Arbitrary<Actor> = fc.oneof(teomasters, staffMembers, fc.constant(time));

/** Usually the kind of person for whom a command is, now and then anyone. */
export function actorsOf(type: keyof typeof giver): fc.Arbitrary<Actor> {
  return fc.oneof({ weight: 9, arbitrary: fitting[giver[type].kind] }, { weight: 1, arbitrary: anyone });
}

/** Mostly hours and days; now and then nothing, a clock that was set back, or long enough for a window to close. */
export const elapsed = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 3 * day }) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: -2 * hour, max: -minute }) },
  { weight: 1, arbitrary: fc.integer({ min: 7 * day, max: 40 * day }) },
);
