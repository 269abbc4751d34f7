import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../config.js';

const shared = 'a secret of thirty-two bytes, at least';
const base = { DATABASE_URL: 'file:./x.db', FILES_DIR: './x' };
const single = {
  REQUESTER_TOKEN_ISSUER: 'https://teo.example',
  REQUESTER_TOKEN_SECRET: shared,
};

function complaintsAbout(environment: Record<string, string>): string[] {
  try {
    readConfig({ ...base, ...environment });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(':')[0] ?? '');
  }
}

describe('the issuers of tokens', () => {
  test('are one by simple variables, with a secret or with published keys', () => {
    const { requesterIssuers } = readConfig({ ...base, ...single });
    expect(requesterIssuers).toEqual([
      {
        issuer: 'https://teo.example',
        audience: 'teo-support',
        keys: { kind: 'secret', secret: new TextEncoder().encode(shared) },
      },
    ]);
    const published = readConfig({
      ...base,
      REQUESTER_TOKEN_ISSUER: 'https://teo.example',
      REQUESTER_TOKEN_JWKS_URL: 'https://teo.example/jwks.json',
      REQUESTER_TOKEN_ALGORITHMS: 'EdDSA, ES256',
    });
    expect(published.requesterIssuers[0]?.keys).toEqual({
      kind: 'jwks',
      url: 'https://teo.example/jwks.json',
      algorithms: ['EdDSA', 'ES256'],
    });
  });

  test('are several by a list in JSON, alone or beside the one', () => {
    const list = JSON.stringify([
      { issuer: 'https://a.example', secret: shared, audience: 'support-a' },
      { issuer: 'https://b.example', jwksUrl: 'https://b.example/keys' },
    ]);
    const alone = readConfig({ ...base, REQUESTER_TOKEN_ISSUERS: list });
    expect(alone.requesterIssuers.map(({ issuer, audience }) => [issuer, audience])).toEqual([
      ['https://a.example', 'support-a'],
      ['https://b.example', 'teo-support'],
    ]);
    const beside = readConfig({ ...base, ...single, REQUESTER_TOKEN_ISSUERS: list });
    expect(beside.requesterIssuers).toHaveLength(3);
  });

  test.each([
    ['no issuer at all', {}, ['REQUESTER_TOKEN_ISSUER', 'REQUESTER_TOKEN_JWKS_URL']],
    ['an issuer without keys', { REQUESTER_TOKEN_ISSUER: 'https://a.example' }, ['REQUESTER_TOKEN_JWKS_URL']],
    [
      'both kinds of keys',
      { ...single, REQUESTER_TOKEN_JWKS_URL: 'https://a.example/keys' },
      ['REQUESTER_TOKEN_SECRET'],
    ],
    ['a short secret', { ...single, REQUESTER_TOKEN_SECRET: 'x'.repeat(31) }, ['REQUESTER_TOKEN_SECRET']],
    [
      'keys over http',
      { REQUESTER_TOKEN_ISSUER: 'https://a.example', REQUESTER_TOKEN_JWKS_URL: 'http://a.example/keys' },
      ['REQUESTER_TOKEN_JWKS_URL'],
    ],
    [
      'HS256 for published keys',
      { ...single, REQUESTER_TOKEN_ALGORITHMS: 'HS256' },
      ['REQUESTER_TOKEN_ALGORITHMS.0'],
    ],
    ['a list that is not JSON', { ...single, REQUESTER_TOKEN_ISSUERS: '[' }, ['REQUESTER_TOKEN_ISSUERS']],
    [
      'one issuer named twice',
      { ...single, REQUESTER_TOKEN_ISSUERS: `[{"issuer":"https://teo.example","secret":"${shared}"}]` },
      ['REQUESTER_TOKEN_ISSUERS'],
    ],
    [
      'half an OpenID provider',
      { ...single, OPENID_ISSUER: 'https://id.example' },
      ['OPENID_CLIENT_ID', 'OPENID_CLIENT_SECRET'],
    ],
  ])('%s is refused, by the names of the variables', (_what, environment, variables) => {
    expect(complaintsAbout(environment)).toEqual(variables);
  });
});

test('addresses follow from the public one, with or without its last slash', () => {
  const { publicUrl, staffUrl } = readConfig({ ...base, ...single, PUBLIC_URL: 'https://support.example/' });
  expect([publicUrl, staffUrl]).toEqual(['https://support.example', 'https://support.example/staff']);
});
