import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of one check: about 50 ms and 64 MiB, the second choice of OWASP's password storage guidance. */
const cost = { N: 65_536, r: 8, p: 2, maxmem: 128 * 1024 * 1024 };
const keyBytes = 32;

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** The hash to store: `scrypt$<salt>$<key>` in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64url')}$${(await derive(password, salt)).toString('base64url')}`;
}

/** Whether a password matches a stored hash. With no hash to check it takes as long, and says no. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const [, salt = '', key = ''] = stored?.split('$') ?? [];
  const expected = Buffer.from(key, 'base64url');
  const derived = await derive(password, Buffer.from(salt, 'base64url'));
  return stored !== null && expected.length === derived.length && timingSafeEqual(derived, expected);
}
