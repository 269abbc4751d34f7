import type { CallOptions } from './transport.js';

/** For whatever changes something. */
export interface IntentionOptions extends CallOptions {
  /**
   * Names the intention, 8 to 128 visible ASCII characters. Make it once and repeat it with each call that means the
   * same: it then happens once, and each call gets the same answer. Without one, each call is a new intention; the
   * repetitions that the client makes by itself after a lost connection are always of one intention.
   */
  readonly idempotencyKey?: string | undefined;
}

export function keyHeader({ idempotencyKey }: IntentionOptions): Record<string, string> {
  return { 'idempotency-key': idempotencyKey ?? crypto.randomUUID() };
}
