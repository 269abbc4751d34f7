import type { RequesterTimelineEntry } from '@teo-support/core/contract';
import { html, type TemplateResult } from 'lit';
import type { FullSession } from '../panel/full-session.js';
import { clockMark, fact, images, message, otherTicket, type Told } from './entry-shapes.js';

/** One line of a ticket's story, and what it did to the clock. */
export function renderEntry(entry: RequesterTimelineEntry, session: FullSession): TemplateResult {
  return html`${renderWhatHappened(entry, session)} ${clockMark({ entry, session })}`;
}

function renderWhatHappened(entry: RequesterTimelineEntry, session: FullSession): TemplateResult {
  const told: Told = { entry, session };
  const { domain } = session;
  const words = session.following.entry;
  const serviceName = (service: keyof typeof domain.services) => domain.services[service].toLowerCase();
  switch (entry.type) {
    case 'ticket.filed':
      return fact('ticket', words.filed, told);
    case 'ticket.answered':
      return message(words.answered, entry.text, told, entry.files);
    case 'ticket.replied':
      return message(words.replied, entry.text, told, entry.files);
    case 'ticket.assigned': {
      const service = serviceName(entry.service);
      const to = entry.agent === null ? words.assigned(service) : words.assignedTo(service, entry.agent.name);
      return fact('team', to, told);
    }
    case 'ticket.reproduction_tested':
      return html`${fact('bug', words.tested(domain.verdicts[entry.verdict]), told)} ${testDetails(entry, session)}`;
    case 'ticket.transferred':
      return entry.reason === null
        ? fact('next', words.transferred, told)
        : html`${fact('next', words.transferred, told)}
            <p class="small soft words">${entry.reason}</p>`;
    case 'ticket.reprioritised':
      return message(words.reprioritised(domain.priorities[entry.priority].name), entry.reason, told);
    case 'ticket.requalified':
      return message(words.requalified(domain.ticketTypes[entry.ticketType].name), entry.reason, told);
    case 'ticket.roll_back_guided':
      return fact('undo', words.rollBackGuided(entry.steps.length), told);
    case 'ticket.roll_back_step_ticked': {
      const step = entry.step + 1;
      return entry.done
        ? fact('done', words.stepDone(step), told)
        : fact('reopen', words.stepUndone(step), told);
    }
    case 'ticket.roll_back_ruled_out':
      return message(words.rollBackRuledOut, entry.reason, told);
    case 'ticket.views_crossed':
      return fact('team', words.viewsCrossed(serviceName(entry.service)), told);
    case 'ticket.merged':
      return fact('merge', html`${words.merged} ${otherTicket(entry.into, session)}`, told);
    case 'ticket.unmerged':
      return fact('merge', html`${words.unmerged} ${otherTicket(entry.from, session)}`, told);
    case 'ticket.duplicate_added':
      return fact('merge', html`${words.duplicateAdded} ${otherTicket(entry.duplicate, session)}`, told);
    case 'ticket.duplicate_removed':
      return fact('merge', html`${words.duplicateRemoved} ${otherTicket(entry.duplicate, session)}`, told);
    case 'ticket.carried':
      return fact('bug', words.carried, told);
    case 'ticket.released':
      return fact('bug', words.released, told);
    case 'ticket.closed_by_time':
      return fact('clock', words.closedByTime, told);
    case 'ticket.cancelled':
      return message(words.cancelled, entry.reason ?? '', told);
    case 'ticket.resolved':
      return message(words.resolved, entry.resolution, told);
    case 'ticket.confirmed':
      return fact('done', words.confirmed, told);
    case 'ticket.reopened':
      return message(words.reopened, entry.reason, told);
  }
}

/** « Rigueur: test et traçabilité des dysfonctionnements »: who wants to can read how it was tested. */
function testDetails(
  entry: Extract<RequesterTimelineEntry, { type: 'ticket.reproduction_tested' }>,
  session: FullSession,
): TemplateResult {
  const { erased } = session.domain;
  const words = session.following.entry;
  return html`<details class="test">
    <summary>${words.testDetails}</summary>
    <dl class="answers">
      <div>
        <dt>${words.environment}</dt>
        <dd class="words">${entry.environment ?? erased}</dd>
      </div>
      <div>
        <dt>${words.steps}</dt>
        <dd><ol>${entry.steps.map((step) => html`<li class="words">${step ?? erased}</li>`)}</ol></dd>
      </div>
      <div>
        <dt>${words.observed}</dt>
        <dd class="words">${entry.observed ?? erased}</dd>
      </div>
    </dl>
    ${images(entry.evidence, session)}
  </details>`;
}
