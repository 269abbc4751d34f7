import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A person who has an account at the provider. */
export interface OpenIdAccount {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
}

/** A real OpenID provider on a port of its own, which signs in whoever the test says, without asking. */
export interface TestOpenIdProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who stands before the provider's sign-in page. `null` declines there. */
  account: OpenIdAccount | null;
  close(): Promise<void>;
}

/** @param redirectUri where the provider sends browsers back to */
export async function startOpenIdProvider(redirectUri: string): Promise<TestOpenIdProvider> {
  const http = createServer();
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const { port } = http.address() as AddressInfo;
  const started: TestOpenIdProvider = {
    issuer: `http://127.0.0.1:${port}`,
    clientId: 'teo-support',
    clientSecret: 'a secret between the provider and the server',
    account: null,
    close() {
      http.closeAllConnections();
      return new Promise((closed) => http.close(() => closed()));
    },
  };
  const accounts = new Map<string, OpenIdAccount>();
  const provider: Provider = new Provider(started.issuer, {
    clients: [
      {
        client_id: started.clientId,
        client_secret: started.clientSecret,
        redirect_uris: [redirectUri],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/sign-in/${interaction.uid}` },
    async findAccount(_context, sub) {
      const account = accounts.get(sub);
      return account === undefined ? undefined : { accountId: sub, claims: async () => ({ ...account }) };
    },
    // Whoever signs in consents.
    async loadExistingGrant(context) {
      const { client, session } = context.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  // The provider says on the console that it runs for tests.
  provider.on('server_error', (_context, error) => console.error(error));
  const answer = provider.callback();
  http.on('request', (request, response) => {
    if (!request.url?.startsWith('/sign-in/')) return void answer(request, response);
    const { account } = started;
    if (account !== null) accounts.set(account.sub, account);
    void provider.interactionFinished(
      request,
      response,
      account === null
        ? { error: 'access_denied', error_description: 'The person said no.' }
        : { login: { accountId: account.sub, remember: false } },
    );
  });
  return started;
}
