import { createHash } from 'node:crypto';
import { ApiError, type RequesterTicket, type SupportClient } from '@teo-support/sdk';
import { malfunction } from './requests.js';

/** What was found at the end, each by the key under which it was sent. */
export interface Balance {
  /** Acknowledged, and no longer there as it was. */
  readonly lost: readonly string[];
  /** There more than once, or there though nobody sent it. */
  readonly doubled: readonly string[];
  /** There in part: without its reply, or with another text. */
  readonly halfWritten: readonly string[];
}

export const inOrder: Balance = { lost: [], doubled: [], halfWritten: [] };

function filingOf(key: string) {
  const request = malfunction();
  return { ...request, answers: { ...request.answers, subject: key } };
}

/** A picture of one pixel, whose colour follows from the key. */
function pictureOf(key: string): Blob {
  const colour = createHash('sha256').update(key).digest().subarray(0, 3);
  const head = [...Buffer.from('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, ...colour, 0, 0, 0];
  return new Blob([Uint8Array.from([...head, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b])]);
}

/** Uploads a picture and files a ticket with it, under keys that follow from one: sent again, they are the same. */
async function fileWithPicture(client: SupportClient, key: string): Promise<RequesterTicket> {
  const picture = await client.files.upload(pictureOf(key), `${key}.gif`, {
    idempotencyKey: `picture-${key}`,
  });
  const filing = filingOf(key);
  const answers = { ...filing.answers, screenshots: { files: [picture.id], noneBecause: '' } };
  return client.tickets.file({ ...filing, answers }, { idempotencyKey: key });
}

function fileWithout(client: SupportClient, key: string): Promise<RequesterTicket> {
  return client.tickets.file(filingOf(key), { idempotencyKey: key });
}

function reply(client: SupportClient, ticketId: string, key: string): Promise<RequesterTicket> {
  return client.tickets.reply(ticketId, { text: key }, { idempotencyKey: `reply-${key}` });
}

/** What the server has said of a ticket. */
interface Acknowledged {
  readonly id: string;
  readonly reference: string;
  replied: boolean;
}

/** Keeps what was sent to a server and what it has acknowledged, and sees in the end whether it kept its word. */
export class Ledger {
  /** Every key that was sent, answered or not. */
  readonly sent = new Set<string>();
  /** What was acknowledged, by key. */
  readonly acknowledged = new Map<string, Acknowledged>();
  readonly #file: typeof fileWithPicture;
  readonly #lost = new Set<string>();
  readonly #awaited = new Set<{ readonly at: number; ring(): void }>();
  #done = 0;

  /** @param options.pictures whether tickets come with one, which is kept in another place than the rest */
  constructor({ pictures }: { readonly pictures: boolean } = { pictures: false }) {
    this.#file = pictures ? fileWithPicture : fileWithout;
  }

  /** Settles once so many more tickets and their replies are acknowledged. */
  after(more: number): Promise<void> {
    const at = this.#done + more;
    return new Promise((ring) => this.#awaited.add({ at, ring }));
  }

  /**
   * Files a ticket with a reply. Rejects when that is not acknowledged.
   * @param key the one of an attempt that was not acknowledged, to repeat it
   */
  async work(client: SupportClient, key: string = crypto.randomUUID()): Promise<RequesterTicket> {
    this.sent.add(key);
    const { id, reference } = await this.#file(client, key);
    const acknowledged = this.acknowledged.get(key) ?? { id, reference, replied: false };
    // Filed anew under a key that had its ticket: that one is gone.
    if (acknowledged.reference !== reference) this.#lost.add(key);
    this.acknowledged.set(key, acknowledged);
    const ticket = await reply(client, id, key);
    acknowledged.replied = true;
    this.#done += 1;
    for (const awaited of this.#awaited) {
      if (this.#done < awaited.at) continue;
      this.#awaited.delete(awaited);
      awaited.ring();
    }
    return ticket;
  }

  /** Works over so many connections at once until each was refused once; gives the refusals. */
  async workUntilRefused(client: SupportClient, connections: number): Promise<unknown[]> {
    const connection = async () => {
      for (;;) {
        try {
          await this.work(client);
        } catch (refusal) {
          return refusal;
        }
      }
    };
    return Promise.all(Array.from({ length: connections }, connection));
  }

  /** Looks, sends everything once more as a client would that got no answer, and looks again. */
  async settle(client: SupportClient): Promise<Balance> {
    const before = await referencesBySubject(client);
    await eachOf(this.acknowledged, async ([key, { id, reference, replied }]) => {
      const isThere = before.get(key)?.includes(reference) === true;
      if (!isThere || (replied && !isWhole(await client.tickets.get(id), key))) this.#lost.add(key);
    });
    const halfWritten: string[] = [];
    await eachOf(this.sent, async (key) => {
      const { id } = await this.#file(client, key);
      if (!isWhole(await reply(client, id, key), key)) halfWritten.push(key);
    });
    const doubled = [...(await referencesBySubject(client))]
      .filter(([key, references]) => references.length !== 1 || !this.sent.has(key))
      .map(([key]) => key);
    return { lost: [...this.#lost], doubled, halfWritten };
  }
}

/** Does something for each of them, some at the same time. */
async function eachOf<T>(all: Iterable<T>, act: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const next = async () => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await act(one);
  };
  await Promise.all(Array.from({ length: 8 }, next));
}

/** Whether a ticket is there as it was sent: its answers, and its one reply. */
function isWhole({ timeline, answers }: RequesterTicket, key: string): boolean {
  const told = timeline.map(({ type }) => type).join();
  return told === 'ticket.filed,ticket.replied' && isAnswered(answers, key);
}

/** Whether the answers that people wrote are there as they were sent. */
function isAnswered(answers: RequesterTicket['answers'], key: string): boolean {
  return Object.entries(filingOf(key).answers).every(([field, sent]) => {
    const answer = answers[field];
    if (answer?.kind === 'text') return answer.text === sent;
    if (answer?.kind === 'steps') return JSON.stringify(answer.steps) === JSON.stringify(sent);
    return answer !== undefined;
  });
}

async function referencesBySubject(client: SupportClient): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for await (const { subject, reference } of await client.tickets.list({ limit: 100 })) {
    found.set(subject ?? '', [...(found.get(subject ?? '') ?? []), reference]);
  }
  return found;
}

/** The status of a refusal by the server; anything else is thrown again. */
export function statusOf(refusal: unknown): number {
  if (refusal instanceof ApiError) return refusal.status;
  throw refusal;
}
