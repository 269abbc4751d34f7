/** The list of tickets and a ticket, loaded in one piece: who looks at the one most often opens the other. */
import './my-tickets.js';
import './ticket-view.js';

export { Following } from './following.js';
