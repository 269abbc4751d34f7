import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FileRow } from '../keep.js';
import type { AddressKey } from './keys.js';

/** What of a file an address opens: all of it, or the picture in small. */
export const variants = ['content', 'thumbnail'] as const;
export type Variant = (typeof variants)[number];

/** What an address says for itself, before anything of it is believed. */
export interface ReadAddress {
  readonly fileId: string;
  readonly variant: Variant;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** The day of the key that has signed it. */
  readonly day: number;
  readonly signature: Buffer;
}

/** Whose the file was when the address was made: it opens the file no longer once that has changed. */
type Signed = Pick<FileRow, 'id' | 'digest' | 'organizationId' | 'uploaderId' | 'articleId' | 'inEdition'>;

const stepMs = 5 * 60_000;
const leastMs = 10 * 60_000;

/** Between ten and fifteen minutes from now, in steps, so that a page that asks again has the picture already. */
export function expiryFrom(now: number): number {
  return Math.ceil((now + leastMs) / stepMs) * stepMs;
}

/** The address of a file, as one word that stands in a query. */
export function signAddress(file: Signed, variant: Variant, expiresAt: number, key: AddressKey): string {
  const signature = signatureOf(file, variant, expiresAt, key).toString('base64url');
  return [file.id, variant, expiresAt.toString(36), key.day.toString(36), signature].join('.');
}

/** Takes an address apart; `null` for what is none. */
export function readAddress(address: string): ReadAddress | null {
  const [, fileId = '', given, expires = '', day = '', signature = ''] =
    /^([\w-]{1,64})\.([a-z]+)\.([0-9a-z]{1,10})\.([0-9a-z]{1,6})\.([\w-]{43})$/.exec(address) ?? [];
  const variant = variants.find((known) => known === given);
  if (variant === undefined) return null;
  return {
    fileId,
    variant,
    expiresAt: Number.parseInt(expires, 36),
    day: Number.parseInt(day, 36),
    signature: Buffer.from(signature, 'base64url'),
  };
}

/** Whether an address was signed for this file, as it is now, with this key. Takes as long whatever is wrong. */
export function isSigned(read: ReadAddress, file: Signed, secret: string): boolean {
  const key = { day: read.day, secret };
  return timingSafeEqual(signatureOf(file, read.variant, read.expiresAt, key), read.signature);
}

function signatureOf(file: Signed, variant: Variant, expiresAt: number, { day, secret }: AddressKey): Buffer {
  const owner = ownerOf(file);
  const signed = JSON.stringify([file.id, file.digest, owner, variant, expiresAt, day]);
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(signed).digest();
}

/** A file that nothing names yet is its uploader's; afterwards it is the organization's, or an article's readers'. */
function ownerOf({ organizationId, articleId, inEdition, uploaderId }: Signed): string {
  if (organizationId !== null) return organizationId;
  if (articleId === null) return `uploader ${uploaderId}`;
  return `${inEdition ? 'edition' : 'draft'} ${articleId}`;
}
