import { randomUUID } from 'node:crypto';
import { frenchWords } from '@teo-support/core';
import { Rows } from '../population/rows.mjs';

/** As many as one organization has of the people whose tokens are made here. */
const peopleOfOrganization = 10;
/** So many votes a person casts on average. */
const votesOfPerson = 20;
const issuer = 'https://teo.example.fr';
const monthMs = 30 * 86_400_000;
const yearsBack = 8;
const rowsAtOnce = 5000;

/**
 * Fills a copy of the model with requests and votes: rows as the server writes them, with the words of the model's
 * requests, each part of another one, but without their histories, which no list reads. Few requests have very many
 * votes, most have some.
 *
 * @param {string} model path of the database that is copied from
 * @param {string} path where there is nothing yet
 * @param {{ requests: number, votes: number, now: number }} size
 */
export function populateForum(model, path, { requests, votes, now }) {
  const from = new Rows(model);
  from.run(`VACUUM INTO '${path.replaceAll("'", "''")}'`);
  from.close();
  const db = new Rows(path);
  db.run(`PRAGMA journal_mode = off; PRAGMA synchronous = off; PRAGMA locking_mode = exclusive;
    PRAGMA foreign_keys = off; PRAGMA cache_size = -65536;`);
  const people = addPeople(db, Math.max(1000, Math.ceil(votes / votesOfPerson)));
  const wanted = spread(requests, votes, people.length);
  addRequests(db, people, wanted, now);
  db.run('PRAGMA locking_mode = normal; PRAGMA journal_mode = wal; PRAGMA synchronous = full;');
  db.close();
  return { people: people.length, mostVotes: wanted[0] ?? 0 };
}

/**
 * How many votes each request has: the more, the fewer have as many.
 *
 * @param {number} requests
 * @param {number} votes of all together, about
 * @param {number} people none has more than there are
 */
function spread(requests, votes, people) {
  const weights = Array.from({ length: requests }, (_, place) => 1 / (place + 10) ** 0.7);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => Math.min(people, Math.max(1, Math.round((votes * weight) / sum))));
}

/**
 * @param {Rows} db
 * @param {number} count
 */
function addPeople(db, count) {
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
  /** @type {{ id: string, organizationId: string }[]} */
  const people = [];
  db.run('BEGIN');
  let organizationId = '';
  for (let person = 0; person < count; person += 1) {
    if (person % peopleOfOrganization === 0) {
      organizationId = randomUUID();
      const number = person / peopleOfOrganization;
      const name = `Organisme ${number}`;
      insertOrganization([organizationId, issuer, `org-${number}`, name, name.toLowerCase()]);
    }
    const id = randomUUID();
    const email = `p${person}@example.fr`;
    insertTeomaster([id, issuer, `person-${person}`, organizationId, `Personne ${person}`, email, 'fr']);
    people.push({ id, organizationId });
  }
  db.run('COMMIT');
  return people;
}

/**
 * @param {Rows} db
 * @param {readonly { id: string, organizationId: string }[]} people
 * @param {readonly number[]} wanted votes of each request
 * @param {number} now
 */
function addRequests(db, people, wanted, now) {
  const models = db.all('SELECT * FROM improvements');
  const [first] = models;
  const [known] = db.all('SELECT max(number) AS number FROM improvements');
  if (first === undefined) throw new Error('The model has no request to copy.');
  const parts = Object.fromEntries(
    ['role', 'need', 'purpose'].map((part) => [
      part,
      models.map((model) => {
        const text = String(model[part]);
        const words = frenchWords(text);
        return {
          text,
          stems: words.map(({ stem }) => stem).join(' '),
          forms: words.map(({ form }) => form).join(' '),
        };
      }),
    ]),
  );
  const insert = db.inserter('improvements', Object.keys(first));
  const insertVote = db.inserter('improvement_votes', ['request', 'teomaster_id', 'organization_id', 'at']);
  const insertWords = db.inserter('improvement_words', ['rowid', 'stems', 'forms']);
  const begins = now - yearsBack * 12 * monthMs;
  for (let place = 0; place < wanted.length; place += 1) {
    if (place % rowsAtOnce === 0) db.run(place === 0 ? 'BEGIN' : 'COMMIT; BEGIN');
    const number = Number(known?.number) + 1 + place;
    const model = models[place % models.length] ?? first;
    // Most wanted are not those that came first.
    const age = ((place * 7919) % wanted.length) / wanted.length;
    const submittedAt = Math.round(begins + age * (now - begins));
    const votes = wanted[place] ?? 0;
    const start = (place * 104_729) % people.length;
    const voters = Array.from({ length: votes }, (_, voter) => people[(start + voter) % people.length]);
    const organizations = new Set();
    for (const voter of voters) {
      if (voter === undefined) throw new Error('Nobody is there to vote.');
      insertVote([number, voter.id, voter.organizationId, submittedAt]);
      organizations.add(voter.organizationId);
    }
    const [author] = voters;
    const said = ['role', 'need', 'purpose'].map((part, turn) => {
      const all = parts[part] ?? [];
      return all[(place * (turn * 2 + 1)) % all.length];
    });
    const words = (/** @type {'stems' | 'forms'} */ kind) => said.map((one) => one?.[kind] ?? '').join(' ');
    insertWords([number, words('stems'), words('forms')]);
    const row = {
      ...model,
      number,
      id: randomUUID(),
      organization_id: author?.organizationId ?? '',
      author_id: author?.id ?? '',
      role: said[0]?.text ?? '',
      need: said[1]?.text ?? '',
      purpose: said[2]?.text ?? '',
      submitted_at: submittedAt,
      first_decision_due: submittedAt + monthMs,
      decided_at: model.status === 'submitted' ? null : submittedAt + monthMs,
      merged_into: null,
      shelf: 'open',
      hidden_at: null,
      hidden_reason: null,
      votes,
      organizations: organizations.size,
      comments: 0,
    };
    insert(Object.values(row));
  }
  db.run('COMMIT');
}
