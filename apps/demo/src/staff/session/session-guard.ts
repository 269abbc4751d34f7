/**
 * A `fetch` that tells when the server no longer knows the session, whatever was asked. Signing in itself is left
 * out: a wrong password is not the end of a session.
 */
export function guardSession(inner: typeof fetch, onEnded: () => void): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init);
    const signingIn = init?.method === 'POST' && String(input).endsWith('/v1/staff/session');
    if (response.status === 401 && !signingIn) onEnded();
    return response;
  };
}
