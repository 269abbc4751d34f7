/** The browser's `fetch`, of which what matches never answers. */
export function holding(matching: RegExp): typeof fetch {
  return onMatch(matching, () => new Promise<Response>(() => {}));
}

/** The same, refused as the server refuses. */
export function refusing(matching: RegExp, status: number): typeof fetch {
  const problem = { type: 'about:blank', title: 'Gallery', status, code: 'busy-try-again' };
  const headers = { 'content-type': 'application/problem+json' };
  return onMatch(matching, async () => new Response(JSON.stringify(problem), { status, headers }));
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
