import type { OrganizationView, SupportClient } from '@teo-support/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The most that the API gives at once. Who has more finds the others by the search. */
const most = 100;

/** The organizations to choose from, asked for once and only when someone is about to choose. */
export class OrganizationNames implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => SupportClient;
  #asked = false;
  known: readonly OrganizationView[] = [];

  constructor(host: ReactiveControllerHost, client: () => SupportClient) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  async need(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      const page = await this.#client().staff.organizations.list({ limit: most });
      this.known = page.items;
      this.#host.requestUpdate();
    } catch {
      // The other filters work without; the next look asks again.
      this.#asked = false;
    }
  }

  hostConnected(): void {}
}
