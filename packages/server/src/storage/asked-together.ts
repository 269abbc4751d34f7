interface Waiting<Key, Answer> {
  readonly key: Key;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** So many go into one query. */
const mostTogether = 100;

/**
 * A question that many requests ask alike, as who somebody is. Those who ask in the same turn of the event loop are
 * answered by one query, made after all of them came: what a query costs beside its rows is paid once.
 *
 * @param ask answers each of the keys, in their order
 */
export function askedTogether<Key, Answer>(
  ask: (keys: readonly Key[]) => Promise<readonly Answer[]>,
): (key: Key) => Promise<Answer> {
  let waiting: Waiting<Key, Answer>[] = [];

  const answer = async (asking: readonly Waiting<Key, Answer>[]): Promise<void> => {
    try {
      const answers = await ask(asking.map(({ key }) => key));
      if (answers.length !== asking.length) throw new Error('Not everybody who asked was answered.');
      for (const [place, answer] of answers.entries()) asking[place]?.resolve(answer);
    } catch (error) {
      for (const { reject } of asking) reject(error);
    }
  };

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (waiting.length > 1) return;
      setImmediate(() => {
        const all = waiting;
        waiting = [];
        for (let from = 0; from < all.length; from += mostTogether) {
          void answer(all.slice(from, from + mostTogether));
        }
      });
    });
}
