import { type FakeApi, problem } from './fake-api.js';

/** What can go wrong between the widget and the server, once each. */
export const faults: readonly (readonly [what: string, answer: () => Response | Promise<Response>])[] = [
  ['a refusal by a rule', () => problem(409, 'wrong-status', 'Cette action n’est plus possible.')],
  ['a ticket that is gone', () => problem(404, 'not-found', 'Introuvable.')],
  ['a change in the meantime', () => problem(412, 'version-conflict', 'Le ticket a changé.')],
  [
    'a field that is refused',
    () =>
      problem(422, 'rejected', 'À revoir.', [{ pointer: '/text', code: 'required', detail: 'À revoir.' }]),
  ],
  ['too many requests', () => problem(429, 'too-many-requests', 'Patientez un instant.')],
  ['a server that is busy', () => problem(503, 'busy-try-again', 'Réessayez dans un instant.')],
  ['a page of a proxy', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
  ['an answer that is not JSON', () => new Response('oops', { status: 200 })],
  ['a line that is cut', () => Promise.reject(new TypeError('cut'))],
  ['a session that is over', () => problem(401, 'not-signed-in', 'Reconnectez-vous.')],
];

/** Those after which a ticket waits and goes by itself; after the others it needs its writer. */
export const passing: readonly string[] = [
  'too many requests',
  'a server that is busy',
  'a page of a proxy',
  'an answer that is not JSON',
  'a line that is cut',
];

/** Lets every command fail so, while reading goes on. */
export function failCommands(api: FakeApi, answer: () => Response | Promise<Response>): void {
  api.override = ({ method }) => (method === 'POST' ? answer() : undefined);
}
