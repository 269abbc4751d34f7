import { withStorage } from './browser-storage.js';
import { prefix } from './kept.js';

const ownerKey = `${prefix}person`;

/** Whose browser this is from now on: what a former person left here goes. */
export function keepFor(personId: string): void {
  withStorage((storage) => {
    if (storage.getItem(ownerKey) === personId) return;
    for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
    storage.setItem(ownerKey, personId);
  });
}
