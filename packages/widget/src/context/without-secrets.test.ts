import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutSecrets } from './without-secrets.js';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.s3cr3t-Signature';

test.each([
  [
    `GET https://teo.example/api/people?name=Marie%20Durand#top failed`,
    'GET https://teo.example/api/people failed',
  ],
  ['/api/people?name=Marie', '/api/people'],
  ['https://marie:geheim@teo.example/a', 'https://teo.example/a'],
  ['No mailbox for marie.durand+x@exemple.fr.', 'No mailbox for [@].'],
  ['/invite/marie%40exemple.fr/accept', '/invite/[@]/accept'],
  [`refused ${jwt}`, 'refused […]'],
  [`Authorization: Bearer ${jwt}`, 'Authorization: Bearer […]'],
  ['{"password":"hunter2!","a":1}', '{"password":"[…]","a":1}'],
  ['api_key=sk_live_4242 refused', 'api_key=[…] refused'],
  ['/files/3f2504e0-4f89-11d3-9a0c-0305e82c3301', '/files/[…]'],
  ['call 06 12 34 56 78 back', 'call [#] back'],
  ['IBAN FR76 3000 6000 0112 3456 7890 189', 'IBAN [#]'],
])('%s loses what is secret or personal', (text, expected) => {
  expect(withoutSecrets(text)).toBe(expected);
});

test.each([
  'TypeError: Cannot read properties of undefined (reading "total")',
  '500 /api/invoices/2026-11/export',
  'Loading chunk 42 failed after 20000 ms',
  'téo 8.4.2',
  'Unexpected token function in JSON at position 4',
  'The session has expired',
])('%s stays as it is', (text) => {
  expect(withoutSecrets(text)).toBe(text);
});

test('what was taken out once stays out, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.constantFrom(jwt, 'a@b.example'), (text, secret) => {
      const left = withoutSecrets(`${text} ${secret} ${text}`);
      expect(left).not.toContain(secret);
    }),
  );
});
