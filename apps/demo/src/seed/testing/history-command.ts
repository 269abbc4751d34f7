import type { Entitlements, PairCommand, TicketCommand, TicketId } from '@teo-support/core';
import type { HistoryCommand } from '@teo-support/core/contract';
import type { Cast } from './cast.js';

type HistoryPairCommand = Extract<HistoryCommand, { type: PairCommand['type'] }>;

const pairTypes: Readonly<Record<PairCommand['type'], true>> = {
  merge: true,
  unmerge: true,
  carry: true,
  release: true,
  link: true,
  unlink: true,
};

/** Tells the commands that change two tickets from those that change one. */
export function isPairCommand(command: HistoryCommand): command is HistoryPairCommand {
  return Object.hasOwn(pairTypes, command.type);
}

interface Known extends Pick<Cast, 'colleague' | 'files' | 'uploads'> {
  readonly id: TicketId;
  readonly number: number;
  readonly entitlements: Entitlements;
}

/** A command of a history as core takes it. */
export function toCommand(command: Exclude<HistoryCommand, HistoryPairCommand>, cast: Known): TicketCommand {
  switch (command.type) {
    case 'file': {
      const { type, ...request } = command.request;
      return {
        type: 'file',
        ticketId: cast.id,
        number: cast.number,
        ticketType: type,
        uploads: cast.uploads,
        entitlements: cast.entitlements,
        ...request,
      };
    }
    case 'requalify': {
      const { type, ...request } = command.request;
      return { type: 'requalify', ticketType: type, entitlements: cast.entitlements, ...request };
    }
    case 'assign': {
      const { service, agentEmail } = command.request;
      return { type: 'assign', service, agent: agentEmail === null ? null : cast.colleague(agentEmail) };
    }
    case 'answer':
      return { type: 'answer', ...command.request, files: cast.files(command.request.files) };
    case 'reply':
      return { type: 'reply', ...command.request, files: cast.files(command.request.files) };
    case 'record_reproduction_test':
      return { type: command.type, ...command.request, evidence: cast.files(command.request.evidence) };
    case 'confirm':
    case 'close_by_time':
      return command;
    case 'reopen':
      return { type: 'reopen', ...command.request };
    case 'write_note':
      return { type: 'write_note', ...command.request };
    case 'transfer':
      return { type: 'transfer', ...command.request };
    case 'reprioritise':
      return { type: 'reprioritise', ...command.request };
    case 'consult':
      return { type: 'consult', ...command.request };
    case 'answer_consultation':
      return { type: 'answer_consultation', ...command.request };
    case 'guide_roll_back':
      return { type: 'guide_roll_back', ...command.request };
    case 'rule_out_roll_back':
      return { type: 'rule_out_roll_back', ...command.request };
    case 'tick_roll_back_step':
      return { type: 'tick_roll_back_step', ...command.request };
    case 'cancel':
      return { type: 'cancel', ...command.request };
    case 'resolve':
      return { type: 'resolve', ...command.request };
  }
}
