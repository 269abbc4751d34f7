import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FakeApi, problem } from '../../testing/fake-api.js';
import { expectAccessible, expectNarrow, freshScreens, open } from '../../testing/screen.js';
import { aTicket } from '../../testing/tickets.js';

freshScreens();

const states = {
  propre: { state: 'available', content: '#propre', thumbnail: null, expiresAt: '2100-01-01T00:00:00Z' },
  attente: { state: 'held' },
  virus: { state: 'infected' },
} as const;

/** A malfunction with a file of each state, and one that is gone. */
function withFiles() {
  const ticket = aTicket();
  const files = [...Object.keys(states), 'parti'].map((id) => ({
    id,
    name: `${id}.csv`,
    mediaType: 'text/csv',
    bytes: 2048,
    digest: '',
  }));
  const screenshots = { kind: 'images', files, noneBecause: 'Rien à voir' } as const;
  const api = new FakeApi(aTicket({ answers: { ...ticket.answers, screenshots } }));
  const asked: string[] = [];
  api.override = ({ path }) => {
    const id = /^\/v1\/files\/(\w+)\/(?:addresses|thumbnail)$/.exec(path)?.[1];
    if (id === undefined) {
      if (path.startsWith('/v1/files/')) asked.push(path);
      return undefined;
    }
    const known = Object.entries(states).find(([name]) => name === id);
    return known === undefined ? problem(404, 'not-found', 'Introuvable.') : Response.json(known[1]);
  };
  return { api, asked };
}

const languages = [
  {
    lang: 'fr',
    held: 'Analyse antivirus en cours : disponible dans un moment.',
    infected: 'Reconnu comme dangereux par l’antivirus : il n’est remis à personne.',
    save: /^Enregistrer propre\.csv/,
    saveAny: /^Enregistrer .*csv/,
  },
  {
    lang: 'en',
    held: 'Being checked for viruses: available in a moment.',
    infected: 'Found dangerous by the virus scanner: nobody is given it.',
    save: /^Save propre\.csv/,
    saveAny: /^Save .*csv/,
  },
] as const;

test.each(languages)(
  'a file that is held or infected says so to the team, and gives nothing: $lang',
  async (words) => {
    const { api, asked } = withFiles();
    open(api, '/staff/tickets/t-1');
    if (words.lang === 'en') await page.getByRole('button', { name: 'English' }).click();
    for (const [name, why] of [
      ['attente.csv', words.held],
      ['virus.csv', words.infected],
    ] as const) {
      await expect.element(page.getByText(name, { exact: true })).toBeVisible();
      const line = page.getByText(name, { exact: true }).element().closest('.file');
      await expect.poll(() => line?.textContent?.replace(/\s+/g, ' ')).toContain(why.replace(/\s+/g, ' '));
      // Not by colour alone, and nothing that leads to it.
      expect(line?.querySelector('.why svg, .why .icon')).not.toBeNull();
      expect(line?.querySelector('[href], [src]')).toBeNull();
    }
    await expect.element(page.getByRole('link', { name: words.save })).toBeVisible();
    expect(page.getByRole('link', { name: words.saveAny }).elements()).toHaveLength(1);
    expect(asked).toEqual([]);
    await expectAccessible();
    await expectNarrow();
  },
);
