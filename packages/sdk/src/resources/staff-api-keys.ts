import type { ApiKey, ApiKeyList, CreateApiKey, CreatedApiKey } from '@teo-support/core/contract';
import type { CallOptions, Transport } from '../transport/transport.js';

/** The keys with which integrators come in. */
export class StaffApiKeys {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** The keys of all organizations, latest first. */
  list(options: CallOptions = {}): Promise<ApiKeyList> {
    return this.#transport.json({ method: 'GET', path: '/v1/staff/api-keys', repeatable: true, ...options });
  }

  /** Makes a key. Its secret is in this answer and nowhere else. */
  create(request: CreateApiKey, options: CallOptions = {}): Promise<CreatedApiKey> {
    return this.#transport.json({
      method: 'POST',
      path: '/v1/staff/api-keys',
      json: request,
      repeatable: false,
      ...options,
    });
  }

  /** Revokes a key at once. Revoking it again changes nothing. */
  revoke(keyId: string, options: CallOptions = {}): Promise<ApiKey> {
    return this.#transport.json({
      method: 'POST',
      path: `/v1/staff/api-keys/${encodeURIComponent(keyId)}/revocation`,
      repeatable: true,
      ...options,
    });
  }
}
