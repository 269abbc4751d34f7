import { describe, expect, test } from 'vitest';
import { hour, sofia, start } from '../../testing/domain.js';
import { event, facts, filed } from '../../testing/facts.js';
import { write } from '../../text/written.js';
import type { TicketEvent } from '../../tickets/events.js';
import { replay } from '../../tickets/evolve.js';
import { checkContent } from '../article/check-content.js';
import { decideArticle } from '../article/decide-article.js';
import { evolveArticle } from '../article/evolve-article.js';
import { imageLine } from '../body/image.js';
import { doubtsOf } from '../masking/doubts.js';
import type { KnownWords } from '../masking/known-words.js';
import { settle } from '../masking/settle.js';
import { type DraftWords, draftFromTicket } from './draft-from-ticket.js';
import { withoutCourtesies } from './without-courtesies.js';

const known: KnownWords = {
  people: ['Claire Vasseur', 'Sofia Lindqvist'],
  organizations: ['Atelier des Métiers'],
  courses: [],
  files: [],
};
const words: DraftWords = {
  untitled: 'Question d’utilisation',
  problem: 'Le problème',
  solution: 'La solution',
  label: (field) => `[${field}]`,
};
const text = (written: string) => ({ kind: 'text', text: write(written) }) as const;
const answered = (written: string, awaitsRequester = false) =>
  event({ type: 'ticket.answered', text: write(written), files: [], awaitsRequester }, sofia, start + hour);
const resolved = (written: string) =>
  event({ type: 'ticket.resolved', resolution: write(written) }, sofia, start + 2 * hour);

const question = filed('usage_question', {
  answers: {
    subject: text('Convocation de\nMme Leroy refusée'),
    module: { kind: 'choice', choice: 'documents' },
    question: text('Bonjour,\n\nComment renvoyer *une* convocation ?\n\nMerci,\nClaire'),
    alreadyTried: text('Depuis export.pdf'),
  },
});

function drafted(...events: readonly TicketEvent[]) {
  const ticket = replay(events);
  if (ticket === null) throw new Error('nothing was filed');
  const proposal = draftFromTicket(ticket, events, known, words);
  if (!proposal.ok) throw new Error(proposal.rejection.code);
  return proposal;
}

describe('a draft from a ticket', () => {
  test('says the problem as it was asked and the solution as it was answered, with masks', () => {
    const { content, masks } = drafted(
      question,
      answered('Bonjour Claire,\n\nDepuis quelle page ?', true),
      facts.noted(),
      answered(
        'Bonjour Claire,\n\nOuvrez **Dossiers** :\n- Convocations\n- Renvoyer\n\nCordialement,\nSofia',
      ),
      resolved('La convocation de Leroy Anne est repartie.'),
    );
    expect(content).toMatchObject({
      en: null,
      modules: ['documents'],
      ticketTypes: ['usage_question'],
      harmless: [],
    });
    expect(content.fr.title).toBe('Convocation de Mme ⟦person:1⟧ refusée');
    expect(content.fr.body).toBe(
      [
        '## Le problème',
        'Comment renvoyer \\*une\\* convocation ?',
        '### [alreadyTried]',
        'Depuis ⟦file:1⟧',
        '## La solution',
        'Ouvrez \\*\\*Dossiers\\*\\* :\n- Convocations\n- Renvoyer',
        'La convocation de ⟦person:2⟧ est repartie.',
      ].join('\n\n'),
    );
    expect(masks.map(({ original }) => original)).toEqual(['Leroy', 'export.pdf', 'Leroy Anne']);
    expect(
      checkContent(
        'x',
        content,
        () => false,
        () => false,
      ),
    ).toEqual([]);
  });

  test('guides as the roll-back did, and says a thing once', () => {
    const { content } = drafted(
      filed('mishandling'),
      facts.guided(['Ouvrir l’import', 'Annuler']),
      resolved('Corrigé'),
      facts.reopened(),
      resolved('Corrigé'),
    );
    expect(content.fr.body).toBe('## La solution\n\n1. Ouvrir l’import\n2. Annuler\n\nCorrigé');
  });

  test('has a title even when the words of its ticket are erased, and room for no half a mark', () => {
    const erased = filed('usage_question', {
      answers: { subject: { kind: 'text', text: { written: null } } },
    });
    expect(drafted(erased, resolved('Voilà')).content.fr.title).toBe('Question d’utilisation');
    const many = filed('usage_question', { answers: { subject: text('Claire 1000 '.repeat(11)) } });
    const { title } = drafted(many, resolved('Voilà')).content.fr;
    expect(title.length).toBeLessThanOrEqual(200);
    expect(title.endsWith('⟧')).toBe(true);
  });

  test('is for what was resolved', () => {
    const status = (...events: readonly TicketEvent[]) => {
      const ticket = replay(events);
      return ticket !== null && draftFromTicket(ticket, events, known, words).ok;
    };
    expect(status(question)).toBe(false);
    expect(status(question, facts.resolved())).toBe(true);
    expect(status(question, facts.resolved(), facts.confirmed())).toBe(true);
    expect(status(question, facts.resolved(), facts.reopened())).toBe(false);
    expect(status(question, facts.cancelled())).toBe(false);
  });
});

test.each([
  ['Bonjour Claire,\nVoici.\nBien cordialement,\nSofia\ntéo', 'Voici.'],
  ['Bonjour, la page est blanche.', 'Bonjour, la page est blanche.'],
  ['Bonjour : ouvrez Admin', 'Bonjour : ouvrez Admin'],
  ['Merci\nVoici la suite\na\nb\nc\nd\ne\nf', 'Merci\nVoici la suite\na\nb\nc\nd\ne\nf'],
  ['Hello,\nOpen Admin.\nMany thanks', 'Open Admin.'],
  ['', ''],
])('courtesies are left out of %j', (message, kept) => {
  expect(withoutCourtesies(message)).toBe(kept);
});

const pictureId = '0190f3a1-1b2c-7d3e-8f40-061234567890';

describe('what is in doubt', () => {
  const { content, masks } = drafted(question, resolved('Claire a renvoyé la convocation à Mme Leroy.'));
  const decide = (given: typeof content, type: 'submit' | 'publish') => {
    const drafting = { actor: sofia, now: start, id: 'a', exists: () => false, isPicture: () => true, known };
    const begun = decideArticle(
      null,
      { type: 'draft', content: given, origin: { kind: 'ticket', ticketId: 't' } },
      drafting,
    );
    if (!begun.ok) throw new Error(begun.rejection.code);
    const article = begun.events.reduce<ReturnType<typeof evolveArticle> | null>(
      (before, one) => evolveArticle('a', before, one),
      null,
    );
    if (article?.draft == null) throw new Error('nothing was drafted');
    const review = { verdict: 'approved', comment: '', by: sofia.id, at: start } as const;
    const read = { ...article, draft: { ...article.draft, submittedAt: start, review } };
    const decision =
      type === 'submit'
        ? decideArticle(article, { type }, drafting)
        : decideArticle(read, { type, reviewDue: start + hour }, drafting);
    return decision.ok ? 'accepted' : decision.rejection.code;
  };

  test('is what a picture is said to show, and never the id of its file', () => {
    const showing = (alt: string) => ({
      ...content,
      fr: { ...content.fr, title: 'Convocation', body: imageLine(pictureId, alt) },
    });
    expect(doubtsOf(showing('La liste des convocations'), known)).toEqual([]);
    expect(doubtsOf(showing('La convocation de Claire'), known)).toMatchObject([{ text: 'Claire' }]);
  });

  test('keeps an article from being sent and published, whoever approved it', () => {
    expect(doubtsOf(content, known)).toEqual([
      { cause: 'mark', kind: 'person', text: '⟦person:1⟧', count: 2 },
      { cause: 'mark', kind: 'file', text: '⟦file:1⟧', count: 1 },
      { cause: 'mark', kind: 'person', text: '⟦person:2⟧', count: 1 },
    ]);
    expect(decide(content, 'submit')).toBe('mask_unsettled');
    expect(decide(content, 'publish')).toBe('mask_unsettled');
  });

  test('is settled mark by mark: left masked, replaced, or kept as harmless', () => {
    let settled = settle(content, '⟦person:1⟧', { kind: 'replaced', by: 'la stagiaire' });
    settled = settle(settled, '⟦person:2⟧', { kind: 'masked' });
    const file = masks.find(({ kind }) => kind === 'file')?.original ?? '';
    settled = settle(settled, '⟦file:1⟧', { kind: 'harmless', original: file });
    expect(settled.fr.title).toBe('Convocation de Mme la stagiaire refusée');
    expect(settled.fr.body).toContain('Depuis export.pdf');
    expect(settled.fr.body).toContain('[…] a renvoyé la convocation à Mme la stagiaire.');
    expect(settled.harmless).toEqual(['export.pdf']);
    expect(doubtsOf(settled, known)).toEqual([]);
    expect(decide(settled, 'submit')).toBe('accepted');
    expect(decide(settled, 'publish')).toBe('accepted');
  });

  test('is also what somebody writes back into it, unless the article comes from nobody', () => {
    const clean = { ...content, fr: { ...content.fr, title: 'Titre', body: 'Demandez à claire.' } };
    expect(doubtsOf(clean, known)).toEqual([{ cause: 'found', kind: 'person', text: 'claire', count: 1 }]);
    expect(decide(clean, 'submit')).toBe('maskable_found');
    expect(decide(clean, 'publish')).toBe('maskable_found');
    expect(doubtsOf(clean, null)).toEqual([]);
  });
});
