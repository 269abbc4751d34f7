import { declarationOf } from '../../ticket-types/index.js';
import type { AssignTicket } from '../commands.js';
import { happened, type StepOutcome } from '../decision.js';
import { refused } from '../rejection.js';
import type { Ticket } from '../ticket.js';

/**
 * « Attribution rapide au service concerné ». The assignee must belong to the service. What is tested reaches the
 * technical service by its transfer, which the verdict opens: an assignment is no way around it.
 */
export function assign(ticket: Ticket, command: AssignTicket): StepOutcome {
  const { agent, service } = command;
  if (agent !== null && !agent.services.includes(service))
    return refused({ code: 'assignee_not_in_service' });
  const isTransfer = service === 'technical' && ticket.service !== 'technical';
  if (isTransfer && declarationOf(ticket.type).reproductionTested && ticket.transferredAt === null)
    return refused({ code: 'transfer_needed' });
  const agentId = agent?.id ?? null;
  // Saying again what already stands is no news, once someone has said it: it must not fill the timeline.
  if (ticket.assigned !== null && ticket.service === service && ticket.agentId === agentId) return happened();
  return happened({ type: 'ticket.assigned', service, agentId });
}
