import type { SupportClientOptions } from './connection.js';
import { RequesterClient } from './requester-client.js';
import { Staff } from './resources/staff.js';

/**
 * The API of téo's ticket system.
 *
 * @example
 * const client = new SupportClient({ baseUrl: 'https://support.example.fr', getToken });
 * for await (const ticket of await client.tickets.list()) console.log(ticket.reference, ticket.status);
 */
export class SupportClient extends RequesterClient {
  readonly staff: Staff;

  constructor(options: SupportClientOptions) {
    super(options);
    this.staff = new Staff(this.transport);
  }
}
