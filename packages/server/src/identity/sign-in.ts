import { eq } from 'drizzle-orm';
import { ProblemError } from '../http/index.js';
import { staff } from '../people/index.js';
import type { Reader } from '../storage/index.js';
import { passwordMatches } from './password.js';
import type { SignInThrottle } from './throttle.js';

/**
 * The person whose address and password these are. A wrong password, an unknown address, a person without a
 * password and one who has left take the same time and get the same answer.
 */
export async function checkPassword(
  reader: Reader,
  throttle: SignInThrottle,
  credentials: { readonly email: string; readonly password: string; readonly client: string },
): Promise<typeof staff.$inferSelect> {
  const email = credentials.email.toLowerCase();
  await throttle.count(email, credentials.client);
  const [person] = await reader.select().from(staff).where(eq(staff.email, email));
  const active = person !== undefined && person.deactivatedAt === null;
  const matches = await passwordMatches(credentials.password, active ? person.passwordHash : null);
  if (person === undefined || !matches) throw new ProblemError('wrong-credentials');
  await throttle.succeeded(email, credentials.client);
  return person;
}
