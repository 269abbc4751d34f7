import type { GetToken } from '@teo-support/sdk';

/**
 * Tokens of one person only. When the host page hands over a token of somebody else, because another person has signed
 * in meanwhile, nothing that the former one began may be sent in the name of the new one: the call fails, and `changed`
 * is told.
 */
export function tokensOfOnePerson(getToken: GetToken, changed: () => void): GetToken {
  let first: string | null = null;
  return async (reason) => {
    const token = await getToken(reason);
    const person = personOf(token);
    first ??= person;
    if (person === first) return token;
    changed();
    throw new Error('Another person has signed in.');
  };
}

/** Who a JWT speaks of, as far as it can be read: it is verified by the server, and compared here. */
function personOf(token: string): string {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { iss, org, sub }: Record<string, unknown> = JSON.parse(atob(payload));
    return JSON.stringify([iss, org, sub]);
  } catch {
    // Not a JWT: then only `identify()` and `signOut()` tell of a change.
    return '';
  }
}
