import type { FileView, RequesterTimelineEntry } from '@teo-support/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { shortDate } from '../locales/dates.js';
import { type IconName, icon } from '../panel/icons.js';
import type { Session } from '../panel/session.js';

/** One line of a ticket's story: a message stands as one, a fact in a line. */
export function renderEntry(entry: RequesterTimelineEntry, session: Session): TemplateResult {
  const { words, domain } = session;
  switch (entry.type) {
    case 'ticket.filed':
      return fact('ticket', words.entry.filed, entry, session);
    case 'ticket.answered':
      return message(entry, words.entry.answered, entry.text, entry.files, session);
    case 'ticket.replied':
      return message(entry, words.entry.replied, entry.text, entry.files, session);
    case 'ticket.assigned': {
      const service = domain.services[entry.service];
      const text =
        entry.agent === null
          ? words.entry.assigned(service)
          : words.entry.assignedTo(service, entry.agent.name);
      return fact('team', text, entry, session);
    }
    case 'ticket.reproduction_tested':
      return html`${fact('bug', words.entry.tested(domain.verdicts[entry.verdict]), entry, session)}
        <p class="small soft words">${words.entry.testedIn(entry.environment ?? domain.erased)}</p>
        ${images(entry.evidence, session)}`;
    case 'ticket.transferred':
      return fact('next', words.entry.transferred, entry, session);
    case 'ticket.reprioritised':
      return message(
        entry,
        words.entry.reprioritised(domain.priorities[entry.priority].name),
        entry.reason,
        [],
        session,
      );
    case 'ticket.cancelled':
      return html`${fact('close', words.entry.cancelled, entry, session)}
        ${entry.reason === null ? nothing : html`<p class="small words">${entry.reason}</p>`}`;
    case 'ticket.resolved':
      return message(entry, words.entry.resolved.toLowerCase(), entry.resolution, [], session);
    case 'ticket.confirmed':
      return fact('done', words.entry.confirmed, entry, session);
    case 'ticket.reopened':
      return message(entry, words.entry.reopened.toLowerCase(), entry.reason, [], session);
  }
}

function fact(name: IconName, text: string, entry: RequesterTimelineEntry, session: Session): TemplateResult {
  return html`<p class="fact">
      ${icon(name)} <span>${text}, <time datetime=${entry.at}>${shortDate(entry.at, session.locale)}</time></span>
    </p>
    ${clockMark(entry, session)}`;
}

function message(
  entry: RequesterTimelineEntry,
  did: string,
  text: string | null,
  files: readonly FileView[],
  session: Session,
): TemplateResult {
  const own = entry.by.kind === 'teomaster';
  const who = own ? entry.by.name : `${entry.by.name}, ${session.words.ticket.team}`;
  return html`<div class="message ${own ? 'own' : ''}">
      <p class="who">
        <strong>${who}</strong> ${did} · <time datetime=${entry.at}>${shortDate(entry.at, session.locale)}</time>
      </p>
      <p class="words">${text ?? session.domain.erased}</p>
      ${images(files, session)}
    </div>
    ${clockMark(entry, session)}`;
}

function images(files: readonly FileView[], session: Session): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  return html`<teo-support-images .session=${session} .files=${files}></teo-support-images>`;
}

/** « The clock stops while pending, and the timeline shows it. » */
function clockMark(entry: RequesterTimelineEntry, { words }: Session): TemplateResult | typeof nothing {
  if (entry.clock === null) return nothing;
  const stopped = entry.clock === 'stopped';
  return html`<p class="fact">
    ${icon(stopped ? 'pause' : 'clock')} <span>${stopped ? words.clock.stoppedHere : words.clock.resumedHere}</span>
  </p>`;
}
