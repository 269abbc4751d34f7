/**
 * @typedef {import('./rows.mjs').Row} Row
 * @typedef {import('./rows.mjs').Rows} Rows
 * @typedef {import('./templates.mjs').Template} Template
 * @typedef {{ template: Template, person: import('./copy.mjs').Person, ticket: Row, events: Row[] }} Copy
 */

const texts = ['event_texts', 'internal_note_texts'];
/** The indexes of words. */
export const words = ['ticket_words', 'ticket_team_words'];

/**
 * Writes copies with all their words, which are those of their templates: so many rows that SQLite takes them from one
 * table to the other by itself.
 *
 * @param {Rows} db
 * @param {readonly Template[]} templates
 * @returns {(batch: readonly Copy[]) => void}
 */
export function batchWriter(db, templates) {
  gatherWords(db, templates);
  requireMarks(db, templates);
  db.run(
    'CREATE TEMP TABLE batch (number INTEGER PRIMARY KEY, template INTEGER, position INTEGER, marks TEXT)',
  );
  const ticketColumns = Object.keys(templates[0]?.ticket ?? {});
  const eventColumns = Object.keys(templates[0]?.events[0]?.row ?? {});
  const insertTicket = db.inserter('tickets', ticketColumns);
  const insertEvent = db.inserter('events', eventColumns);
  const insertCopy = db.inserter('batch', ['number', 'template', 'position', 'marks']);
  const [last] = db.all('SELECT max(position) AS position FROM events');
  let position = Number(last?.position) + 1;
  return (batch) => {
    db.run('BEGIN; DELETE FROM batch;');
    for (const { template, person, ticket, events } of batch) {
      insertTicket(ticketColumns.map((column) => ticket[column] ?? null));
      insertCopy([
        Number(ticket.number),
        template.place,
        position,
        marksOf(Number(ticket.number), person.organizationId, person.id),
      ]);
      for (const event of events) {
        event.position = position;
        insertEvent(eventColumns.map((column) => event[column] ?? null));
        position += 1;
      }
    }
    for (const table of texts) {
      db.run(`INSERT INTO ${table} SELECT position + later, path, salt, text
        FROM batch CROSS JOIN of_${table} USING (template) ORDER BY batch.number`);
    }
    db.run(`INSERT INTO ticket_words (rowid, stems, forms, marks) SELECT number, stems, forms, batch.marks
      FROM batch CROSS JOIN of_ticket_words USING (template) ORDER BY batch.number`);
    db.run(`INSERT INTO ticket_team_words (rowid, stems, forms) SELECT number, stems, forms
      FROM batch CROSS JOIN of_ticket_team_words USING (template) ORDER BY batch.number`);
    db.run('COMMIT');
  };
}

/**
 * What the index of words has beside the words: whose the ticket is, and in which five thousand it stands.
 *
 * @param {number} number
 * @param {...unknown} owners
 */
function marksOf(number, ...owners) {
  return [...owners.map((owner) => `_${owner}`), `_stretch${Math.floor(number / 5000)}`].join(' ');
}

/**
 * A population is only worth measuring as long as the server writes the same.
 *
 * @param {Rows} db
 * @param {readonly Template[]} templates
 */
function requireMarks(db, templates) {
  for (const { ticket } of templates) {
    const [row] = db.all('SELECT marks FROM ticket_words WHERE rowid = ?', ticket.number);
    const expected = marksOf(Number(ticket.number), ticket.organization_id, ticket.requester_id);
    if (row?.marks !== expected)
      throw new Error(`The server marks a ticket as ${row?.marks}, not as ${expected}: say so here.`);
  }
}

/**
 * @param {Rows} db
 * @param {readonly Template[]} templates
 */
function gatherWords(db, templates) {
  for (const table of texts) {
    db.run(`CREATE TEMP TABLE of_${table} AS
      SELECT 0 AS template, 0 AS later, path, salt, text FROM ${table} WHERE 0`);
  }
  for (const table of words)
    db.run(`CREATE TEMP TABLE of_${table} AS SELECT 0 AS template, stems, forms FROM ${table} WHERE 0`);
  for (const { place, ticket } of templates) {
    for (const table of texts) {
      db.run(`INSERT INTO of_${table} SELECT ${place}, version - 1, path, salt, text
        FROM ${table} JOIN events USING (position) WHERE ticket_id = '${ticket.id}' ORDER BY version, path`);
    }
    for (const table of words) {
      db.run(
        `INSERT INTO of_${table} SELECT ${place}, stems, forms FROM ${table} WHERE rowid = ${ticket.number}`,
      );
    }
  }
  for (const table of [...texts, ...words]) db.run(`CREATE INDEX temp.by_${table} ON of_${table} (template)`);
}
