import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../messages/en.js';
import { fr } from '../messages/fr.js';
import { rejectionMessage } from '../messages/index.js';
import type { Actor, StaffActor } from '../people/actor.js';
import { organizationId, staffId, teomasterId } from '../people/ids.js';
import { services } from '../people/service.js';
import { publishedPolicy } from '../service-level/policy.js';
import { decideEnrolment, type Enrolment, evolveEnrolment } from './enrolment.js';
import type { RegisterDecision, RegisterRejection } from './register-decision.js';
import { managedRegisters, mayManage, registerNames, registers } from './rights.js';
import {
  decideTraining,
  evolveTraining,
  type TrainingCommand,
  type TrainingRecord,
  withdrawalReasons,
} from './training-record.js';
import { decideTrial, evolveTrial, type Trial, type TrialCommand } from './trial.js';

const staff = (part: Partial<StaffActor> = {}): StaffActor => ({
  kind: 'staff',
  id: staffId('ines'),
  role: 'agent',
  services: ['training', 'technical'],
  ...part,
});
const claire: Actor = { kind: 'teomaster', id: teomasterId('c'), organizationId: organizationId('o') };
const now = Date.parse('2026-11-24T09:00:00Z');
const context = (actor: Actor = staff(), at = now) => ({ actor, now: at, policy: publishedPolicy });

function codeOf(decision: { ok: boolean; rejection?: { code: string } }): string | null {
  return decision.rejection?.code ?? null;
}

describe('who may change a register', () => {
  test.each([
    ['training', ['trainings']],
    ['technical', ['trials']],
    ['customer', []],
    ['sales', []],
  ] as const)('an agent of the %s service: %j', (service, expected) => {
    expect(managedRegisters(staff({ services: [service] }))).toEqual(expected);
  });

  test('an administrator of any service changes all of them, a téomaster none', () => {
    for (const service of services) {
      expect(managedRegisters(staff({ role: 'admin', services: [service] }))).toEqual(registerNames);
    }
    expect(managedRegisters(claire)).toEqual([]);
  });

  test('every register has a service in charge, whose people may change it', () => {
    for (const register of registerNames) {
      expect(mayManage(register, staff({ services: [registers[register]] }))).toBe(true);
    }
  });

  test('all others are refused, whatever they ask for', () => {
    for (const actor of [claire, staff({ services: ['customer', 'sales'] })]) {
      const trial: Trial = { id: 'f', name: 'F', state: 'open', version: 1 };
      const record = { type: 'record', title: 'T', deliveredOn: '2026-11-01' } as const;
      expect(codeOf(decideTraining(null, record, context(actor)))).toBe('not_in_charge');
      expect(codeOf(decideTrial(trial, { type: 'end' }, context(actor)))).toBe('not_in_charge');
      expect(codeOf(decideEnrolment(null, trial, { type: 'enrol' }, context(actor)))).toBe('not_in_charge');
    }
  });
});

describe('a training course', () => {
  const words = { title: 'Prendre en main l’Agenda', deliveredOn: '2026-11-20' };
  const after = (record: TrainingRecord | null, command: TrainingCommand) => {
    const decision = decideTraining(record, command, context());
    if (!decision.ok) throw new Error(`It was to be accepted: ${decision.rejection.code}`);
    return decision.events.reduce<TrainingRecord | null>(
      (state, event) => evolveTraining('2026-118', state, event),
      record,
    );
  };
  const recorded = after(null, { type: 'record', ...words });

  test('is recorded by whom and when', () => {
    expect(decideTraining(null, { type: 'record', ...words }, context())).toEqual({
      ok: true,
      events: [{ type: 'training.recorded', ...words, at: now, by: { kind: 'staff', id: 'ines' } }],
    });
    expect(recorded).toEqual({ id: '2026-118', ...words, withdrawn: null, version: 1 });
  });

  test('is recorded once, however often it is asked for; other words under its name are refused', () => {
    expect(decideTraining(recorded, { type: 'record', ...words }, context())).toEqual({
      ok: true,
      events: [],
    });
    expect(decideTraining(recorded, { type: 'record', ...words, title: 'Autre' }, context())).toEqual({
      ok: false,
      rejection: { code: 'fields_invalid', issues: [{ path: ['id'], code: 'already_used', limit: null }] },
    });
  });

  test('was delivered today in Paris at the latest, wherever the clock stands', () => {
    const lateEvening = Date.parse('2026-11-24T23:30:00Z');
    const recordOn = (deliveredOn: string) =>
      decideTraining(null, { type: 'record', ...words, deliveredOn }, context(staff(), lateEvening));
    expect(recordOn('2026-11-25').ok).toBe(true);
    expect(recordOn('2026-11-26')).toMatchObject({
      rejection: { issues: [{ path: ['deliveredOn'], code: 'in_the_future' }] },
    });
  });

  test('is corrected while it stands, withdrawn for a reason, and can be recorded again', () => {
    const corrected = after(recorded, { type: 'correct', ...words, title: 'Agenda, premier niveau' });
    expect(corrected).toMatchObject({ title: 'Agenda, premier niveau', version: 2 });
    const withdrawn = after(corrected, { type: 'withdraw', reason: 'wrong_organization' });
    expect(withdrawn).toMatchObject({
      title: 'Agenda, premier niveau',
      withdrawn: 'wrong_organization',
      version: 3,
    });
    expect(after(withdrawn, { type: 'withdraw', reason: 'other' })).toEqual(withdrawn);
    expect(codeOf(decideTraining(withdrawn, { type: 'correct', ...words }, context()))).toBe(
      'training_withdrawn',
    );
    expect(after(withdrawn, { type: 'record', ...words })).toEqual({ ...recorded, version: 4 });
  });

  test('every accepted command can be repeated without effect, and each event raises the version by one', () => {
    const title = fc.constantFrom('A', 'B');
    const deliveredOn = fc.constantFrom('2026-11-01', '2026-11-24');
    const commands = fc.array(
      fc.oneof(
        fc.record({ type: fc.constantFrom('record' as const, 'correct' as const), title, deliveredOn }),
        fc.record({ type: fc.constant('withdraw' as const), reason: fc.constantFrom(...withdrawalReasons) }),
      ),
    );
    fc.assert(
      fc.property(commands, (given) => {
        let record: TrainingRecord | null = null;
        for (const command of given) {
          const decision: RegisterDecision<Parameters<typeof evolveTraining>[2]> = decideTraining(
            record,
            command,
            context(),
          );
          if (!decision.ok) continue;
          for (const event of decision.events) {
            const next = evolveTraining('x', record, event);
            expect(next.version).toBe((record?.version ?? 0) + 1);
            record = next;
          }
          expect(decideTraining(record, command, context())).toEqual({ ok: true, events: [] });
        }
      }),
    );
  });
});

describe('a trial', () => {
  const after = (trial: Trial | null, command: TrialCommand) => {
    const decision = decideTrial(trial, command, context());
    if (!decision.ok) throw new Error(`It was to be accepted: ${decision.rejection.code}`);
    return decision.events.reduce<Trial | null>((state, event) => evolveTrial('agenda', state, event), trial);
  };
  const defined = after(null, { type: 'define', name: 'Agenda partagé' });

  test('is defined once, renamed, ended, and can be opened again', () => {
    expect(defined).toEqual({ id: 'agenda', name: 'Agenda partagé', state: 'open', version: 1 });
    expect(after(defined, { type: 'define', name: 'Agenda partagé' })).toEqual(defined);
    expect(decideTrial(defined, { type: 'define', name: 'Autre' }, context())).toMatchObject({
      rejection: { issues: [{ path: ['id'], code: 'already_used' }] },
    });
    const renamed = after(defined, { type: 'rename', name: 'Agenda à plusieurs' });
    expect(after(renamed, { type: 'rename', name: 'Agenda à plusieurs' })).toEqual(renamed);
    const ended = after(renamed, { type: 'end' });
    expect(ended).toEqual({ id: 'agenda', name: 'Agenda à plusieurs', state: 'ended', version: 3 });
    expect(after(ended, { type: 'end' })).toEqual(ended);
    expect(codeOf(decideTrial(ended, { type: 'rename', name: 'x' }, context()))).toBe('trial_ended');
    expect(after(ended, { type: 'define', name: 'Agenda' })).toMatchObject({ name: 'Agenda', state: 'open' });
  });

  test('takes organizations in until it ends, and lets them go at any time', () => {
    if (defined === null) throw new Error('It was to be defined.');
    const ended: Trial = { ...defined, state: 'ended' };
    const enrol = (enrolment: Enrolment | null, trial: Trial, at = now) =>
      decideEnrolment(enrolment, trial, { type: 'enrol' }, context(staff(), at));
    const entered = enrol(null, defined);
    if (!entered.ok) throw new Error('It was to be accepted.');
    const enrolled = entered.events.reduce<Enrolment | null>(evolveEnrolment, null);
    expect(enrolled).toEqual({ since: now, endedAt: null, version: 1 });
    expect(enrol(enrolled, defined)).toEqual({ ok: true, events: [] });
    expect(codeOf(enrol(null, ended))).toBe('trial_ended');
    const left = decideEnrolment(enrolled, ended, { type: 'end_enrolment' }, context(staff(), now + 1));
    if (!left.ok) throw new Error('It was to be accepted.');
    const gone = left.events.reduce<Enrolment | null>(evolveEnrolment, enrolled);
    expect(gone).toEqual({ since: now, endedAt: now + 1, version: 2 });
    expect(decideEnrolment(gone, ended, { type: 'end_enrolment' }, context())).toEqual({
      ok: true,
      events: [],
    });
    const again = enrol(gone, defined, now + 2);
    expect(again.ok && again.events.reduce<Enrolment | null>(evolveEnrolment, gone)).toEqual({
      since: now + 2,
      endedAt: null,
      version: 3,
    });
  });
});

const refusals: { readonly [Code in RegisterRejection['code']]: Extract<RegisterRejection, { code: Code }> } =
  {
    fields_invalid: { code: 'fields_invalid', issues: [] },
    not_in_charge: { code: 'not_in_charge' },
    training_withdrawn: { code: 'training_withdrawn' },
    trial_ended: { code: 'trial_ended' },
  };

test.each(Object.values(refusals))('$code is explained in both languages', (rejection) => {
  for (const catalogue of [fr, en]) expect(rejectionMessage(rejection, catalogue)).toMatch(/^[^{}]{20,}\.$/u);
});
