import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../config.js';

const base = {
  FILES_DIR: '/srv/files',
  REQUESTER_TOKEN_ISSUER: 'https://teo.example.fr',
  REQUESTER_TOKEN_SECRET: 'a secret of thirty-two bytes, at least',
};
const token = 'never to be seen';

test.each([
  'https://db.example.fr',
  'libsql://teo-support.turso.io',
  'http://127.0.0.1:8080',
  'http://localhost:8080',
  'http://[::1]:8080',
  'http://[fd12:3456::1]:8080',
  'http://192.168.4.2:8080',
  'http://172.31.0.9',
  // The name of a service in a compose file.
  'http://database:8080',
  'http://sqld.teo.internal',
])('a token goes to %s', (url) => {
  expect(readConfig({ ...base, DATABASE_URL: url, DATABASE_TOKEN: token }).database).toEqual({ url, token });
});

test.each([
  'http://db.example.fr',
  'http://8.8.8.8:8080',
  'http://172.32.0.1',
  'http://[2001:db8::1]',
  'http://internal.example.fr',
])('a token does not go to %s, where anybody on the way could read it', (url) => {
  const read = () => readConfig({ ...base, DATABASE_URL: url, DATABASE_TOKEN: token });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/DATABASE_URL: must be https: when there is a token/);
  expect(read).not.toThrow(token);
  // Without one there is no secret to lose.
  expect(readConfig({ ...base, DATABASE_URL: url }).database.url).toBe(url);
});
