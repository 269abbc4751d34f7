import type { AssignTicket } from '../commands.js';
import { happened, type StepOutcome } from '../decision.js';
import { refused } from '../rejection.js';
import type { Ticket } from '../ticket.js';

/** « Attribution rapide au service concerné ». The assignee must belong to the service. */
export function assign(ticket: Ticket, command: AssignTicket): StepOutcome {
  const { agent, service } = command;
  if (agent !== null && !agent.services.includes(service))
    return refused({ code: 'assignee_not_in_service' });
  const agentId = agent?.id ?? null;
  // Saying again what already stands is no news: it must not fill the timeline.
  if (ticket.status !== 'new' && ticket.service === service && ticket.agentId === agentId) return happened();
  return happened({ type: 'ticket.assigned', service, agentId });
}
