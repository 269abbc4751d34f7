import { declarationOf } from '@teo-support/core';
import type { RequesterTicket } from '@teo-support/core/contract';
import { html, type TemplateResult } from 'lit';
import type { FollowingWords } from '../locales/words.js';
import type { FullSession } from '../panel/full-session.js';

type StepName = keyof FollowingWords['path']['steps'];

export interface PathStep {
  readonly name: StepName;
  readonly reached: boolean;
}

type Told = Pick<
  RequesterTicket,
  'type' | 'status' | 'verdict' | 'transferredAt' | 'rollBack' | 'mergedInto' | 'timeline'
>;

/**
 * « Le chemin du ticket »: the steps that a ticket of its type takes, and which of them it has taken. The transfer
 * stands in it only once it is made, as most malfunctions need none.
 */
export function pathOf(ticket: Told): readonly PathStep[] {
  const { type, status, verdict, transferredAt, rollBack, mergedInto, timeline } = ticket;
  const { reproductionTested, rolledBack } = declarationOf(type);
  const solved = status === 'resolved' || status === 'closed';
  const middle: PathStep[] = [];
  if (reproductionTested) middle.push({ name: 'tested', reached: verdict !== null });
  if (transferredAt !== null) middle.push({ name: 'technical', reached: true });
  if (rolledBack) middle.push({ name: 'rolledBack', reached: rollBack !== null });
  if (middle.length === 0) {
    middle.push({ name: 'advised', reached: timeline.some((entry) => entry.type === 'ticket.answered') });
  }
  const begun: PathStep[] = [
    { name: 'filed', reached: true },
    { name: 'taken', reached: status !== 'new' },
    ...middle,
  ];
  const end: StepName | null = mergedInto !== null ? 'merged' : status === 'cancelled' ? 'cancelled' : null;
  if (end !== null) return [...begun.filter(({ reached }) => reached), { name: end, reached: true }];
  // What was not needed on the way is not left standing as if it were still to come.
  const taken = solved ? begun.filter(({ reached }) => reached) : begun;
  return [...taken, { name: 'resolved', reached: solved }, { name: 'closed', reached: status === 'closed' }];
}

/** The path as a line of steps, the last one reached marked. */
export function renderPath(ticket: RequesterTicket, { following }: FullSession): TemplateResult {
  const { title, steps, done, next } = following.path;
  const path = pathOf(ticket);
  const current = path.findLastIndex(({ reached }) => reached);
  return html`<ol class="path" aria-label=${title}>
    ${path.map(
      ({ name, reached }, index) => html`<li
        class=${reached ? 'reached' : ''}
        aria-current=${index === current ? 'step' : 'false'}
      >
        <span class="name">${steps[name]}</span><span class="visually-hidden">, ${reached ? done : next}</span>
      </li>`,
    )}
  </ol>`;
}
