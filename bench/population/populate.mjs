import { randomUUID } from 'node:crypto';
import { copyTicket } from './copy.mjs';
import { mergeWords } from './merge-words.mjs';
import { Rows } from './rows.mjs';
import { readTemplates } from './templates.mjs';
import { batchWriter } from './write-batch.mjs';

const ticketsAtOnce = 5000;
const ticketsOfOrganization = 500;
const peopleOfOrganization = 3;
/** Longer stories of the model are left out: several events each, as most tickets have. */
const mostEvents = 7;
/** How many of a hundred tickets are in each phase; the others are done. */
const percents = /** @type {const} */ ({ unresolved: 3, resolved: 1, merged: 1 });
const yearsBack = 8;
const yearMs = 365 * 86_400_000;

/**
 * Fills a copy of the model with so many tickets: nearly all of them done, over the years, of organizations that have
 * five hundred each. Rows are inserted without the indexes and guards of the schema, which are put back at the end.
 *
 * @param {string} model path of the database that is copied from
 * @param {string} path where there is nothing yet
 * @param {number} count
 * @param {(done: number) => void} progress
 */
export function populate(model, path, count, progress) {
  const from = new Rows(model);
  from.run(`VACUUM INTO '${path.replaceAll("'", "''")}'`);
  from.close();
  const db = new Rows(path);
  db.run(`PRAGMA journal_mode = off; PRAGMA synchronous = off; PRAGMA locking_mode = exclusive;
    PRAGMA foreign_keys = off; PRAGMA cache_size = -65536; PRAGMA threads = 2;`);
  const templates = readTemplates(db, mostEvents);
  const aside = putAside(db);
  const people = addPeople(db, Math.ceil(count / ticketsOfOrganization));
  const writeBatch = batchWriter(db, templates);
  const [known] = db.all('SELECT count(*) AS tickets, max(number) AS number FROM tickets');
  const firstNumber = Number(known?.number) + 1;
  const copies = count - Number(known?.tickets);
  const [span] = db.all('SELECT min(filed_at) AS first FROM tickets');
  const pick = picker(templates);
  for (let done = 0; done < copies; done += ticketsAtOnce) {
    const batch = [];
    for (let n = done; n < Math.min(done + ticketsAtOnce, copies); n += 1) {
      const template = pick(n);
      const person = people[(n * 7919) % people.length];
      if (template === undefined || person === undefined) throw new Error('The model has nothing to copy.');
      // Those that are done were filed one after the other through the years; the others lately, as in the model.
      const filedAt = Number(span?.first) - Math.round(yearsBack * yearMs * (1 - n / copies));
      const movedBy =
        template.phase === 'done' ? filedAt - Number(template.ticket.filed_at) : -((n * 7919) % 7_200_000);
      batch.push({ template, person, ...copyTicket(template, { number: firstNumber + n, person, movedBy }) });
    }
    writeBatch(batch);
    progress(done + batch.length);
  }
  for (const statement of aside) db.run(statement);
  mergeWords(db);
  db.run('PRAGMA locking_mode = normal; PRAGMA journal_mode = wal; PRAGMA synchronous = full;');
  db.close();
}

/**
 * Takes indexes and triggers of the big tables away, and gives the statements that bring them back.
 *
 * @param {Rows} db
 */
function putAside(db) {
  const made = db.all(
    `SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('index', 'trigger')
      AND tbl_name IN ('tickets', 'events', 'event_texts', 'internal_note_texts') ORDER BY type`,
  );
  for (const { type, name } of made) db.run(`DROP ${type} ${name}`);
  return made.map(({ sql }) => String(sql));
}

/**
 * @param {Rows} db
 * @param {number} organizations
 */
function addPeople(db, organizations) {
  const insertOrganization = db.inserter('organizations', [
    'id',
    'issuer',
    'external_id',
    'name',
    'search_name',
  ]);
  const insertTeomaster = db.inserter('teomasters', [
    'id',
    'issuer',
    'subject',
    'organization_id',
    'name',
    'email',
    'locale',
  ]);
  const issuer = 'https://teo.example.fr';
  const people = [];
  db.run('BEGIN');
  for (let organization = 0; organization < organizations; organization += 1) {
    const organizationId = randomUUID();
    const name = `Organisme ${organization}`;
    insertOrganization([organizationId, issuer, `org-${organization}`, name, name.toLowerCase()]);
    for (let place = 0; place < peopleOfOrganization; place += 1) {
      const person = organization * 10 + place;
      const id = randomUUID();
      insertTeomaster([
        id,
        issuer,
        `person-${person}`,
        organizationId,
        `Personne ${person}`,
        `p${person}@example.fr`,
        'fr',
      ]);
      people.push({ id, organizationId });
    }
  }
  db.run('COMMIT');
  return people;
}

/** @param {readonly import('./templates.mjs').Template[]} templates */
function picker(templates) {
  const phases = Object.entries(percents).flatMap(([phase, percent]) => Array(percent).fill(phase));
  /** @param {number} n */
  return (n) => {
    const phase = phases[(n * 37) % 100] ?? 'done';
    const group = templates.filter((template) => template.phase === phase);
    return group[Math.floor((n * 7919) / 100) % group.length];
  };
}
