/** The list of tickets, and a ticket. */
import './my-tickets.js';
import './ticket-view.js';

export { Following } from './following.js';
