import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const prefix = 'teo_';
const randomLength = 32;
const checksumLength = 6;
const shape = new RegExp(`^${prefix}[0-9A-Za-z]{${randomLength + checksumLength}}$`);

/**
 * A fresh secret: `teo_`, 32 random letters and digits (190 bits), and six that check them. Prefix and checksum let
 * scanners of repositories and logs find a leaked key without false alarms.
 */
export function makeApiKeySecret(): string {
  const random = Array.from({ length: randomLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${prefix}${random}${checksumOf(random)}`;
}

/** Whether it can be a secret of ours at all, which tells a typing mistake from a key that is not known. */
export function isApiKeySecret(text: string): boolean {
  return shape.test(text) && text.endsWith(checksumOf(text.slice(prefix.length, -checksumLength)));
}

/** What is kept in clear, to recognise a key by. */
export function hintOf(secret: string): string {
  return secret.slice(0, prefix.length + 4);
}

function checksumOf(random: string): string {
  let rest = crc32(random);
  let written = '';
  for (let place = 0; place < checksumLength; place += 1) {
    written = `${alphabet[rest % alphabet.length]}${written}`;
    rest = Math.floor(rest / alphabet.length);
  }
  return written;
}
