/** @typedef {import('./rows.mjs').Row} Row */

/**
 * @typedef {object} EventTemplate
 * @property {Row} row
 * @property {string[]} payload literal text and, at each odd place, what differs from copy to copy
 */

/**
 * A ticket of the model, ready to be copied.
 *
 * @typedef {object} Template
 * @property {number} place
 * @property {'unresolved' | 'resolved' | 'done' | 'merged'} phase
 * @property {Row} ticket
 * @property {EventTemplate[]} events
 */

/** What stands in a payload for an instant, the number, or an id that each copy has anew. */
const differing = /("number":\d+|(?<=:)1[5-9]\d{11}(?=[,}\]])|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/;

/**
 * The tickets that are copied: those of ordinary length.
 *
 * @param {import('./rows.mjs').Rows} model
 * @param {number} mostEvents
 * @returns {Template[]}
 */
export function readTemplates(model, mostEvents) {
  const tickets = model.all('SELECT * FROM tickets WHERE version <= ? ORDER BY number', mostEvents);
  return tickets.map((ticket, place) => ({
    place,
    phase: phaseOf(ticket.phase),
    ticket,
    events: model
      .all('SELECT * FROM events WHERE ticket_id = ? ORDER BY version', ticket.id)
      .map((row) => ({ row, payload: String(row.payload).split(differing) })),
  }));
}

/**
 * @param {unknown} phase
 * @returns {Template['phase']}
 */
function phaseOf(phase) {
  if (phase === 'unresolved' || phase === 'resolved' || phase === 'done' || phase === 'merged') return phase;
  throw new Error(`The phase ${phase} is new: say here how many tickets of a population are in it.`);
}
