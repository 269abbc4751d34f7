import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import type { SourceData } from '@smithy/types';

/** SHA-256, and its HMAC with a secret, as AWS's own signer wants to be given it. */
class Sha256 {
  readonly #hash;

  constructor(secret?: SourceData) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }

  update(data: SourceData): void {
    this.#hash.update(bytesOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
}

function bytesOf(data: SourceData): Buffer {
  if (typeof data === 'string') return Buffer.from(data);
  return data instanceof ArrayBuffer
    ? Buffer.from(data)
    : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}

/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}

const authorizationForm =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

/**
 * Why S3 would refuse a request by its signature, as an error code; `null` when it is signed well. It is signed anew by
 * AWS's own signer, which is not what the store signs with, and the two signatures are compared.
 */
export async function wrongInSignature(request: WireRequest, owner: Credentials): Promise<string | null> {
  const parts = authorizationForm.exec(request.headers.authorization ?? '');
  if (parts === null) return 'AccessDenied';
  const [, keyId = '', day = '', region = '', names = '', signature = ''] = parts;
  if (keyId !== owner.accessKeyId) return 'InvalidAccessKeyId';
  if (region !== owner.region) return 'AuthorizationHeaderMalformed';
  const signedNames = names.split(';');
  const unsigned = Object.keys(request.headers).filter(
    (name) => (name === 'host' || name.startsWith('x-amz-')) && !signedNames.includes(name),
  );
  if (unsigned.length > 0) return 'AccessDenied';
  const instant = instantOf(request.headers['x-amz-date'] ?? '');
  if (instant === null || !(request.headers['x-amz-date'] ?? '').startsWith(day)) return 'AccessDenied';
  const declared = request.headers['x-amz-content-sha256'];
  const actual = createHash('sha256').update(request.body).digest('hex');
  if (declared === undefined) return 'InvalidRequest';
  if (declared !== 'UNSIGNED-PAYLOAD' && declared !== actual) return 'XAmzContentSHA256Mismatch';

  const [path = '', query = ''] = request.target.split('?');
  const signer = new SignatureV4({
    service: 's3',
    region,
    sha256: Sha256,
    credentials: { accessKeyId: owner.accessKeyId, secretAccessKey: owner.secretAccessKey },
    uriEscapePath: false,
    applyChecksum: false,
  });
  const again = await signer.sign(
    new HttpRequest({
      method: request.method,
      hostname: request.headers.host ?? '',
      path,
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: Object.fromEntries(signedNames.map((name) => [name, request.headers[name] ?? ''])),
    }),
    { signingDate: instant, signableHeaders: new Set(signedNames) },
  );
  const expected = /Signature=([0-9a-f]{64})$/.exec(again.headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(Buffer.from(expected), Buffer.from(signature)) ? null : 'SignatureDoesNotMatch';
}

/** `20130524T000000Z` as an instant. */
function instantOf(date: string): Date | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second] = parts;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
