import { readFile } from 'node:fs/promises';
import { ApiError, SupportClient } from '@teo-support/sdk';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claire, signToken, startTestServer, type TestServer } from './testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** The lines of code of a README, as a function of what its imports and its surroundings bring. */
async function codeOf(readme: URL): Promise<string> {
  const code = /```ts\n([\s\S]*?)```/.exec(await readFile(readme, 'utf8'))?.[1] ?? '';
  const withoutImports = code.replaceAll(/^import .*$/gm, '');
  const { target, module } = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(withoutImports, { compilerOptions: { target, module } }).outputText;
}

test('the lines of the SDK’s README do what they say, against the real server', async () => {
  const code = await codeOf(new URL('../../sdk/README.md', import.meta.url));
  const printed: unknown[][] = [];
  const names = {
    ApiError,
    SupportClient,
    baseUrl: server.url,
    getToken: () => signToken(claire, server.clock.now),
    console: { log: (...values: unknown[]) => void printed.push(values) },
  };
  const AsyncFunction: new (...parts: string[]) => (...values: unknown[]) => Promise<void> =
    Object.getPrototypeOf(async () => undefined).constructor;
  await new AsyncFunction(...Object.keys(names), code)(...Object.values(names));
  expect(printed).toEqual([
    ['TEO-1001', 'low', '2026-12-09T09:00:00.000Z'],
    ['Quel marqueur pour le numéro de déclaration ?'],
    ['wrong-status', 'Cette action n’est pas possible tant que le ticket est «\u00a0nouveau\u00a0».'],
  ]);
});
