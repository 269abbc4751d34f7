import { createHash, randomBytes } from 'node:crypto';

/**
 * @typedef {import('./templates.mjs').Template} Template
 * @typedef {import('./rows.mjs').Row} Row
 *
 * @typedef {object} Person whose ticket a copy becomes
 * @property {string} id
 * @property {string} organizationId
 */

/** Beyond the time of any measurement: nothing wakes while it is measured. */
const never = 4_102_444_800_000;
/** What the server writes for a clock that does not run. */
const notQueued = 9_999_999_999_999;

/**
 * One ticket more, with everything that the server keeps of it but its words, which do not differ: moved in time, given
 * to somebody else, and chained anew.
 *
 * @param {Template} template
 * @param {{ number: number, person: Person, movedBy: number }} as
 * @returns {{ ticket: Row, events: Row[] }}
 */
export function copyTicket({ ticket, events }, { number, person, movedBy }) {
  const filedAt = Number(ticket.filed_at) + movedBy;
  const id = orderedId(filedAt);
  const ids = new Map([
    [ticket.id, id],
    [ticket.organization_id, person.organizationId],
    [ticket.requester_id, person.id],
  ]);
  /** @param {string} found */
  const anew = (found) => {
    if (found.startsWith('"number"')) return `"number":${number}`;
    return found.length === 13 ? String(Number(found) + movedBy) : (ids.get(found) ?? found);
  };
  let previousHash = '0'.repeat(64);
  const copied = events.map(({ row, payload: parts }) => {
    const payload = parts.map((part, place) => (place % 2 === 0 ? part : anew(part))).join('');
    const hash = createHash('sha256')
      .update(
        `{"payload":${payload},"previousHash":"${previousHash}","ticketId":"${id}","version":${row.version}}`,
      )
      .digest('hex');
    const event = {
      ...row,
      ticket_id: id,
      organization_id: person.organizationId,
      at: Number(row.at) + movedBy,
      payload,
      previous_hash: previousHash,
      hash,
    };
    previousHash = hash;
    return event;
  });
  const runs = Number(ticket.queue_at) < notQueued;
  return {
    ticket: {
      ...ticket,
      id,
      number,
      organization_id: person.organizationId,
      requester_id: person.id,
      filed_at: filedAt,
      changed_at: Number(ticket.changed_at) + movedBy,
      ended_at: moved(ticket.ended_at, movedBy),
      transferred_at: moved(ticket.transferred_at, movedBy),
      pauses: movedWithin(ticket.pauses, movedBy),
      first_answered: movedWithin(ticket.first_answered, movedBy),
      assigned: movedWithin(ticket.assigned, movedBy),
      queue_at: Number(ticket.queue_at) + (runs ? movedBy : 0),
      priority_at: Number(ticket.priority_at) + (runs ? movedBy : 0),
      wake_at: ticket.wake_at === null ? null : never,
      head_hash: previousHash,
    },
    events: copied,
  };
}

/**
 * @param {string | number | null | undefined} instant
 * @param {number} by
 */
function moved(instant, by) {
  return typeof instant === 'number' ? instant + by : null;
}

/**
 * @param {string | number | null | undefined} json
 * @param {number} by
 */
function movedWithin(json, by) {
  if (typeof json !== 'string') return null;
  return json.replaceAll(/(?<=[:[,])1[5-9]\d{11}(?=[,}\]])/g, (instant) => String(Number(instant) + by));
}

let entropy = randomBytes(0);

/**
 * An id as the server makes them: UUIDs that begin with the time (version 7).
 *
 * @param {number} at
 */
function orderedId(at) {
  if (entropy.length < 10) entropy = randomBytes(10_000);
  const time = at.toString(16).padStart(12, '0');
  const random = entropy.toString('hex', 0, 10);
  entropy = entropy.subarray(10);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`;
}
