import { beforeEach, expect, test } from 'vitest';
import { emptyDraft } from './draft.js';
import { DraftStore } from './draft-store.js';
import { forgetOld } from './forget-old.js';
import { KeptDraft } from './kept-draft.js';
import { emptyReply, ReplyDrafts } from './reply-drafts.js';
import { TickQueue } from './tick-queue.js';

const dayMs = 86_400_000;

beforeEach(() => localStorage.clear());

test('what nobody has come back to for two months goes, of every kind, and nothing of the host page', () => {
  new DraftStore('claire').save({ ...emptyDraft('malfunction'), usable: true });
  new ReplyDrafts('claire', 'reply').save('t-1', { ...emptyReply(), text: 'Bonjour' });
  new KeptDraft('claire', 'improvement', { need: '' }).save({ words: { need: 'un agenda' }, key: 'k' });
  new TickQueue('claire', 't-1').save([{ step: 0, done: true, text: null }]);
  localStorage.setItem('teo-support:person', 'claire');
  localStorage.setItem('host', JSON.stringify({ savedAt: 0 }));
  const all = localStorage.length;
  forgetOld(Date.now() + 59 * dayMs);
  expect(localStorage).toHaveLength(all);
  expect(new ReplyDrafts('claire', 'reply').load('t-1')).toEqual({
    ...emptyReply(),
    text: 'Bonjour',
    key: expect.any(String),
  });
  expect(new TickQueue('claire', 't-1').load()).toHaveLength(1);
  forgetOld(Date.now() + 61 * dayMs);
  expect(Object.keys(localStorage).sort()).toEqual(['host', 'teo-support:person']);
});

test('what cannot be read, or says no time, stays for whoever reads it', () => {
  localStorage.setItem('teo-support:waiting', '');
  localStorage.setItem('teo-support:reply:claire:t-1', '{"text":"Bonj');
  forgetOld(Date.now() + 1000 * dayMs);
  expect(localStorage).toHaveLength(2);
});
