/** The browser's `fetch`, of which what matches never answers. */
export function holding(matching: RegExp): typeof fetch {
  return onMatch(matching, () => new Promise<Response>(() => {}));
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
