import { expect, test } from 'vitest';
import { type WireRequest, wrongInSignature } from './signature.js';

/** The examples of AWS's own documentation: "Authenticating Requests: Using the Authorization Header (AWS SigV4)". */
const owner = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
};
const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const scope = 'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request';
const common = { host: 'examplebucket.s3.amazonaws.com', 'x-amz-date': '20130524T000000Z' };
const unconditional = 'host;x-amz-content-sha256;x-amz-date';

const getObject: WireRequest = {
  method: 'GET',
  target: '/test.txt',
  headers: {
    ...common,
    range: 'bytes=0-9',
    'x-amz-content-sha256': nothing,
    authorization: `${scope},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41`,
  },
  body: new Uint8Array(),
};
const getLifecycle: WireRequest = {
  method: 'GET',
  target: '/?lifecycle',
  headers: {
    ...common,
    'x-amz-content-sha256': nothing,
    authorization: `${scope},SignedHeaders=${unconditional},Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543`,
  },
  body: new Uint8Array(),
};
const listObjects: WireRequest = {
  method: 'GET',
  target: '/?max-keys=2&prefix=J',
  headers: {
    ...common,
    'x-amz-content-sha256': nothing,
    authorization: `${scope},SignedHeaders=${unconditional},Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7`,
  },
  body: new Uint8Array(),
};

test.each([
  ['an object', getObject],
  ['a part of a bucket', getLifecycle],
  ['a query', listObjects],
])('the example of AWS for %s is signed well', async (_what, request) => {
  expect(await wrongInSignature(request, owner)).toBeNull();
});

test.each([
  ['another method', { ...getObject, method: 'DELETE' }, 'SignatureDoesNotMatch'],
  ['another path', { ...getObject, target: '/other.txt' }, 'SignatureDoesNotMatch'],
  ['another query', { ...listObjects, target: '/?max-keys=3&prefix=J' }, 'SignatureDoesNotMatch'],
  ['another body', { ...getObject, body: Buffer.from('Welcome.') }, 'XAmzContentSHA256Mismatch'],
  [
    'another signed header',
    { ...getObject, headers: { ...getObject.headers, range: 'bytes=0-99' } },
    'SignatureDoesNotMatch',
  ],
  [
    'a header of its own that is not signed',
    { ...getObject, headers: { ...getObject.headers, 'x-amz-acl': 'public-read' } },
    'AccessDenied',
  ],
  ['no signature', { ...getObject, headers: common }, 'AccessDenied'],
])('with %s it is not', async (_what, request, code) => {
  expect(await wrongInSignature(request, owner)).toBe(code);
});

test('nor with the key of somebody else', async () => {
  const stranger = { ...owner, secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEZ' };
  expect(await wrongInSignature(getObject, stranger)).toBe('SignatureDoesNotMatch');
  expect(await wrongInSignature(getObject, { ...owner, accessKeyId: 'OTHER' })).toBe('InvalidAccessKeyId');
});
