import { expect, test } from 'vitest';
import { readConfig } from '../config.js';

const base = {
  DATABASE_URL: 'file:./x.db',
  REQUESTER_TOKEN_ISSUER: 'https://teo.example.fr',
  REQUESTER_TOKEN_JWKS_URL: 'https://teo.example.fr/jwks.json',
};
const bucket = {
  FILES_S3_ENDPOINT: 'https://s3.fr-par.scw.cloud/',
  FILES_S3_BUCKET: 'teo-support',
  FILES_S3_ACCESS_KEY_ID: 'SCWKEY',
  FILES_S3_SECRET_ACCESS_KEY: 'never to be seen',
};

test('files are kept in a folder', () => {
  expect(readConfig({ ...base, FILES_DIR: '/srv/files' }).files).toEqual({
    kind: 'disk',
    folder: '/srv/files',
  });
});

test('or in a bucket, whose region and prefix need not be said', () => {
  expect(readConfig({ ...base, ...bucket }).files).toEqual({
    kind: 's3',
    endpoint: 'https://s3.fr-par.scw.cloud',
    bucket: 'teo-support',
    prefix: '',
    region: 'us-east-1',
    accessKeyId: 'SCWKEY',
    secretAccessKey: 'never to be seen',
  });
});

test.each([
  ['nowhere', {}, 'FILES_DIR: is needed, or else FILES_S3_BUCKET'],
  ['in both', { ...bucket, FILES_DIR: './files' }, 'FILES_DIR: files are kept in a folder or in a bucket'],
  [
    'without a secret',
    { ...bucket, FILES_S3_SECRET_ACCESS_KEY: undefined },
    'FILES_S3_SECRET_ACCESS_KEY: is needed beside',
  ],
  ['at no URL', { ...bucket, FILES_S3_ENDPOINT: 's3.example.fr' }, 'FILES_S3_ENDPOINT: must be an http'],
  [
    'under half a prefix',
    { ...bucket, FILES_S3_PREFIX: 'support' },
    'FILES_S3_PREFIX: must end with a slash',
  ],
])('%s is refused, and no secret is repeated', (_where, files, why) => {
  const reading = () => readConfig({ ...base, ...files });
  expect(reading).toThrow(why);
  expect(reading).not.toThrow('never to be seen');
});
