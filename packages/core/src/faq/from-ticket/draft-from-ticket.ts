import type { Answer } from '../../ticket-types/answers.js';
import { subjectField } from '../../ticket-types/declaration.js';
import { declarationOf } from '../../ticket-types/index.js';
import { type TeoModule, teoModules } from '../../ticket-types/teo-modules.js';
import type { TicketEvent } from '../../tickets/events.js';
import type { Ticket } from '../../tickets/ticket.js';
import type { ArticleContent } from '../article/article.js';
import { articleBounds } from '../article/check-content.js';
import type { ArticleRejection } from '../article/rejection.js';
import type { KnownWords } from '../masking/known-words.js';
import type { Mask } from '../masking/mask.js';
import { Masking } from '../masking/masking.js';
import { withoutCourtesies } from './without-courtesies.js';

/** What a draft says that nobody in the conversation has written. */
export interface DraftWords {
  /** The title of one whose subject is gone. */
  readonly untitled: string;
  /** Headings of its two parts. */
  readonly problem: string;
  readonly solution: string;
  /** What a field of the request was asked as. */
  readonly label: (field: string) => string;
}

export type ArticleProposal =
  | { readonly ok: true; readonly content: ArticleContent; readonly masks: readonly Mask[] }
  | { readonly ok: false; readonly rejection: ArticleRejection };

/** Whether something can be learnt from a ticket: it was resolved, and not taken back. */
export function isResolved({ status }: Pick<Ticket, 'status'>): boolean {
  return status === 'resolved' || status === 'closed';
}

/**
 * What an article could say after a resolved ticket: the problem as its requester described it, the solution as the team
 * answered it. Whatever may tell of somebody is masked. Internal notes, questions back and what is only courtesy are left out.
 */
export function draftFromTicket(
  ticket: Ticket,
  events: readonly TicketEvent[],
  known: KnownWords,
  words: DraftWords,
): ArticleProposal {
  if (!isResolved(ticket)) return { ok: false, rejection: { code: 'ticket_not_resolved' } };
  const masking = new Masking(known);
  const masked = (text: string) => escaped(masking.mask(text));
  const subject = textOf(ticket.answers[subjectField]).replace(/\s+/g, ' ').trim();
  const title = cut(masking.mask(subject === '' ? words.untitled : subject), articleBounds.title);
  const problem = problemOf(ticket, words).flatMap(({ asked, text }) => [
    ...(asked === null ? [] : [`### ${asked}`]),
    masked(text),
  ]);
  const solution = solutionOf(events).map(masked);
  const parts = [
    ...(problem.length === 0 ? [] : [`## ${words.problem}`, ...problem]),
    ...(solution.length === 0 ? [] : [`## ${words.solution}`, ...solution]),
  ];
  const content: ArticleContent = {
    fr: { title, variants: [], keywords: [], body: within(parts, articleBounds.body) },
    en: null,
    modules: [moduleOf(ticket)],
    ticketTypes: [ticket.type],
    related: [],
    harmless: [],
  };
  return { ok: true, content, masks: masking.masks };
}

interface Said {
  /** What it was asked as; null for what the request is about in the first place. */
  readonly asked: string | null;
  readonly text: string;
}

/** What the request says, field by field in the order of its form. */
function problemOf({ answers, filedAs }: Ticket, { label }: DraftWords): Said[] {
  return declarationOf(filedAs)
    .fields.filter(({ name, kind }) => name !== subjectField && (kind === 'text' || kind === 'steps'))
    .map(({ name }) => ({ name, text: withoutCourtesies(textOf(answers[name])) }))
    .filter(({ text }) => text !== '')
    .map(({ name, text }, place) => ({ asked: place === 0 ? null : label(name), text }));
}

/** What the team said to solve it, in its order; what was said twice, once. */
function solutionOf(events: readonly TicketEvent[]): string[] {
  const said = events.flatMap((event) => {
    switch (event.type) {
      case 'ticket.answered':
        return event.awaitsRequester ? [] : [event.text.written ?? ''];
      case 'ticket.roll_back_guided':
        return [event.steps.map((step, place) => `${place + 1}. ${step.written ?? ''}`).join('\n')];
      case 'ticket.roll_back_ruled_out':
        return [event.reason.written ?? ''];
      case 'ticket.resolved':
        return [event.resolution.written ?? ''];
      default:
        return [];
    }
  });
  return [...new Set(said.map(withoutCourtesies))].filter((text) => text !== '');
}

function textOf(answer: Answer | undefined): string {
  switch (answer?.kind) {
    case 'text':
      return answer.text.written ?? '';
    case 'steps':
      return answer.steps.map((step, place) => `${place + 1}. ${step.written ?? ''}`).join('\n');
    default:
      return '';
  }
}

function moduleOf({ answers, type }: Ticket): TeoModule {
  const { module } = answers;
  const chosen = module?.kind === 'choice' ? teoModules.find((name) => name === module.choice) : undefined;
  return chosen ?? (type === 'training_follow_up' ? 'training_files' : 'administration');
}

/** People's words as words: nothing in them becomes bold, a link or a heading by chance. Their lists stay lists. */
function escaped(text: string): string {
  return text.replace(/[*`[\]\\]/g, (sign) => `\\${sign}`).replace(/^(\s*)(#{1,6} )/gm, '$1\\$2');
}

/** As many whole paragraphs as there is room for. */
function within(parts: readonly string[], longest: number): string {
  let body = '';
  for (const part of parts) {
    const next = body === '' ? part : `${body}\n\n${part}`;
    if (next.length <= longest) body = next;
  }
  return body;
}

/** The beginning of a line, without half a mark at its end. */
function cut(line: string, longest: number): string {
  return line
    .slice(0, longest)
    .replace(/⟦[^⟧]*$/u, '')
    .trim();
}
