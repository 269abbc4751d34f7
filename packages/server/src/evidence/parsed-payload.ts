import type { ChainLink } from '@teo-support/core';

/** A payload that is no longer JSON was altered: it is handed on as text, which no hash matches. */
export function parsedPayload(payload: string): ChainLink['payload'] {
  try {
    return JSON.parse(payload);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return payload;
  }
}
