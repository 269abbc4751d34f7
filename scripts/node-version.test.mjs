import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { nodeVersionProblem, oldestNode } from './node-version.mjs';

it.each(['20.19.0', '20.20.2', '22.0.0', '24.21.0'])('accepts Node.js %s', (version) => {
  expect(nodeVersionProblem(version)).toBeUndefined();
});

it.each(['14.21.3', '18.20.8', '20.18.1'])('says in one sentence that Node.js %s is too old', (version) => {
  const sentence = nodeVersionProblem(version);
  expect(sentence).toContain(`Node.js ${version}`);
  expect(sentence).toContain('20.19 or newer');
  expect(sentence).not.toContain('\n');
});

it('asks for what package.json asks for', () => {
  const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(engines.node).toBe(`>=${oldestNode.join('.')}`);
});
