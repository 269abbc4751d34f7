import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { isAbsolute, posix } from 'node:path';
import { environmentNames } from '@teo-support/server';
import { DockerfileParser } from 'dockerfile-ast';
import { describe, expect, it } from 'vitest';
import { nodeOptions } from './node-options.mjs';
import { contents, entryPoint } from './production-tree.mjs';

const text = readFileSync(new URL('../../deploy/Containerfile', import.meta.url), 'utf8');
const file = DockerfileParser.parse(text);
const instructions = file.getInstructions();
const last = instructions.findLastIndex((one) => one.getInstruction() === 'FROM');
const [building, running] = [instructions.slice(0, last), instructions.slice(last)];

/**
 * The arguments of the instructions of a kind, as they stand, on one line.
 *
 * @param {typeof instructions} among
 * @param {string} kind
 */
const argumentsOf = (among, kind) =>
  among
    .filter((one) => one.getInstruction() === kind)
    .map((one) => (one.getRawArgumentsContent() ?? '').replaceAll(/\\\n\s*/g, ''));

/**
 * @param {string} kind an instruction that stands once and is a list in JSON
 * @returns {string[]}
 */
const listOf = (kind) => JSON.parse(argumentsOf(running, kind)[0]?.replace(/^.*?CMD /, '') ?? '');

describe('the container file', () => {
  it('builds on an image of one version, for both stages', () => {
    const [image = ''] = argumentsOf(instructions, 'ARG');
    expect(image).toMatch(/^NODE_IMAGE=docker\.io\/library\/node:\d+\.\d+\.\d+-bookworm-slim$/);
    expect(argumentsOf(instructions, 'FROM').every((from) => from.startsWith(`\${NODE_IMAGE}`))).toBe(true);
  });

  it('lays out what runs with the script that a test runs, too', () => {
    expect(argumentsOf(building, 'RUN')[0]).toBe('["node", "scripts/deploy/production-tree.mjs", "/app"]');
    // The parser tells the flags of an instruction apart from what it copies.
    expect(text.match(/^COPY .*$/gm)).toEqual([
      'COPY . .',
      'COPY --from=build /app /app',
      'COPY --from=build --chown=node:node /data /data',
    ]);
    expect(argumentsOf(running, 'RUN')).toEqual([]);
  });

  it('runs the program of that layout, without a shell and without rights', () => {
    const [folder = ''] = argumentsOf(running, 'WORKDIR');
    expect(posix.join(folder, listOf('ENTRYPOINT')[1] ?? '')).toBe(`/app/${entryPoint}`);
    expect(listOf('CMD')).toEqual(['serve']);
    expect(argumentsOf(running, 'USER')).toEqual(['node']);
    expect(argumentsOf(running, 'VOLUME').every(isAbsolute)).toBe(true);
  });

  it('sets no variable that the server does not read, and no secret', () => {
    const names = argumentsOf(running, 'ENV').flatMap((line) => line.match(/[A-Z\d_]+(?==)/g) ?? []);
    expect(names.sort()).toEqual(['HOST', 'NODE_ENV', 'NODE_OPTIONS', 'PORT']);
    expect(argumentsOf(running, 'ENV').join()).toContain(`NODE_OPTIONS=${nodeOptions} `);
    expect(environmentNames).toEqual(expect.arrayContaining(['HOST', 'PORT']));
  });

  it('is healthy while the process answers, and no longer', async () => {
    const [program = '', ...args] = listOf('HEALTHCHECK');
    expect(program).toBe('node');
    const check = (/** @type {number} */ port) =>
      new Promise((resolve) => {
        const env = { ...process.env, PORT: String(port) };
        execFile(process.execPath, args, { env }, (error) => resolve(error === null ? 0 : error.code));
      });
    let status = 200;
    const server = createServer(({ url }, response) => {
      response.writeHead(url === '/livez' ? status : 404).end();
    });
    await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    expect(await check(port)).toBe(0);
    status = 503;
    expect(await check(port)).toBe(1);
    await new Promise((closed) => server.close(closed));
    expect(await check(port)).toBe(1);
  });
});

it('the build is given what it needs, and nothing that was installed, built or kept here', () => {
  const lines = readFileSync(new URL('../../deploy/Containerfile.dockerignore', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines[0]).toBe('**');
  const given = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  for (const path of [...contents, 'scripts', 'turbo.json', 'tsconfig.base.json'])
    expect(given).toContain(path.split('/')[0]);
  expect(lines.slice(given.length + 1)).toEqual(['**/node_modules', '**/dist', '**/.turbo', '**/.env']);
});
