/** The browser's `fetch`, of which what matches never answers, or no more after the first so many times. */
export function holding(matching: RegExp, after = 0): typeof fetch {
  let left = after;
  return onMatch(matching, (usual) => {
    left -= 1;
    return left < 0 ? new Promise<Response>(() => {}) : usual();
  });
}

/** The same, whose line is cut. */
export function cutting(matching: RegExp): typeof fetch {
  return onMatch(matching, () => Promise.reject(new TypeError('cut')));
}

/** The same, answered without asking the server. */
export function answering(matching: RegExp, answer: () => Promise<object>, status = 200): typeof fetch {
  return onMatch(matching, async () => Response.json(await answer(), { status }));
}

/** The same, of which something is lost on the way to the server. */
export function losing(matching: RegExp, lost: string): typeof fetch {
  return (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!matching.test(url) || typeof init?.body !== 'string') return fetch(input, init);
    return fetch(input, { ...init, body: init.body.replace(JSON.stringify(lost), '""') });
  };
}

/** The same, refused as by something that stands before the server while that is away: without a problem document. */
export function refusing(matching: RegExp, status: number): typeof fetch {
  const headers = { 'content-type': 'text/html' };
  return onMatch(matching, async () => new Response('<h1>Service Unavailable</h1>', { status, headers }));
}

/** The same, as if the list that the server answers had nothing in it. */
export function emptying(matching: RegExp): typeof fetch {
  return onMatch(matching, async (usual) => {
    const list: object = await (await usual()).json();
    return Response.json({ ...list, items: [], total: 0, nextCursor: null });
  });
}

function onMatch(
  matching: RegExp,
  answer: (usual: () => Promise<Response>) => Promise<Response>,
): typeof fetch {
  return (input, init) => {
    const usual = () => fetch(input, init);
    const url = input instanceof Request ? input.url : String(input);
    return matching.test(url) ? answer(usual) : usual();
  };
}
