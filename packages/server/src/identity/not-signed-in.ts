import { ProblemError } from '../http/index.js';

/** Nobody that we know asks. RFC 9110, section 15.5.2: the answer says how one would identify oneself. */
export function notSignedIn(): ProblemError {
  return new ProblemError('not-signed-in', { headers: { 'www-authenticate': 'Bearer' } });
}
