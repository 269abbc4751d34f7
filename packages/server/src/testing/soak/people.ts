import type { SupportClient } from '@teo-support/sdk';
import type { Random } from '../hostile/random.js';
import { malfunction, usageQuestion } from '../requests.js';
import type { Figures } from './figures.js';

/** Somebody who uses the product: one thing after the other. */
export type Person = (figures: Figures) => Promise<void>;

/** A téomaster: mostly looks at tickets, and now and then files one or replies. */
export function teomaster(client: SupportClient, random: Random): Person {
  const own: string[] = [];
  return async (figures) => {
    const what = random.below(100);
    const id = own.at(-1);
    if (id === undefined || what < 8) {
      const request = random.once(2) ? malfunction() : usageQuestion();
      own.push((await figures.of('téomaster files', () => client.tickets.file(request))).id);
      // Each follows the latest few; older ones are history.
      if (own.length > 3) own.shift();
    } else if (what < 40) await figures.of('téomaster lists', () => client.tickets.list({ limit: 20 }));
    else if (what < 70) await figures.of('téomaster reads', () => client.tickets.get(id));
    else if (what < 85)
      await figures.of('téomaster searches', () => client.tickets.list({ q: random.pick(words) }));
    else
      await figures.of('téomaster replies', () => client.tickets.reply(id, { text: 'Voici la précision.' }));
  };
}

const words = ['émargement', 'feuille', 'NDA', 'convention', 'session', 'invitation'] as const;

/** Someone of the team: goes through the queue, reads, answers, writes notes. */
export function agent(client: SupportClient, random: Random): Person {
  let found: readonly { readonly id: string; readonly status: string }[] = [];
  return async (figures) => {
    const what = random.below(100);
    const ticket = found[random.below(Math.max(1, found.length))];
    const { tickets } = client.staff;
    if (ticket === undefined || what < 25) {
      const sort = random.pick(['due', 'filed', 'changed'] as const);
      found = (await figures.of('team lists', () => tickets.list({ sort, limit: 50 }))).items;
    } else if (what < 35)
      found = (await figures.of('team searches', () => tickets.list({ q: random.pick(words) }))).items;
    else if (what < 65) await figures.of('team reads', () => tickets.get(ticket.id));
    else if (what < 80)
      await figures.of('team writes notes', () => tickets.writeNote(ticket.id, { text: 'Vu avec Nora.' }));
    else if (ticket.status === 'new' || ticket.status === 'open')
      await figures.of('team answers', () =>
        tickets.answer(ticket.id, { text: 'Nous regardons.', awaitsRequester: false }),
      );
  };
}

/** Listens to what happens until told to stop. */
export async function listen(client: SupportClient, signal: AbortSignal, heard: () => void): Promise<void> {
  for await (const _event of client.live.events({ signal })) heard();
}
