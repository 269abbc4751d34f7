/// <reference types="node" />
import { createHash } from 'node:crypto';

/** What the server hands to the evidence, too. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Salts that are predictable and each its own. */
export function saltMaker(): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `salt-${made}`;
  };
}
