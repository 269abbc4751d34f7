import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import { expect, test } from 'vitest';
import * as core from './index.js';
import { fr } from './messages/fr.js';
import * as messages from './messages/index.js';
import { fileQuestion } from './testing/commands.js';
import { claire, hugo } from './testing/domain.js';

/** The lines of code of the README, as a function of what its imports and its surroundings bring. */
async function codeOfReadme(): Promise<string> {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const withoutImports = code.replaceAll(/^import .*$/gm, '');
  const { target, module } = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(withoutImports, { compilerOptions: { target, module } }).outputText;
}

test('the lines of the README do what they say', async () => {
  const printed: unknown[][] = [];
  const names = {
    ...core,
    ...messages,
    fr,
    claire,
    hugo,
    fileTicket: fileQuestion(),
    console: { log: (...values: unknown[]) => void printed.push(values) },
  };
  new Function(...Object.keys(names), await codeOfReadme())(...Object.values(names));
  expect(printed).toEqual([
    ['low', '2026-05-15T08:00:00.000Z'],
    ['Le test de reproduction ne concerne que les dysfonctionnements.'],
  ]);
});
