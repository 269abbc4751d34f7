import { SupportError } from '@teo-support/sdk';

/** What sending takes and typing does not, which comes while the person types. */
export type LaterParts = typeof import('./sending.js');

/** Loads it. When it does not come, most likely the network is down: it is told as that. */
export function loadLaterParts(): Promise<LaterParts> {
  return import('./sending.js').catch((error: unknown) => {
    throw new SupportError('A part of the form could not be loaded.', { cause: error });
  });
}
