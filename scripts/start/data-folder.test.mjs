import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StartProblem } from '../start-problem.mjs';
import { prepareDataFolder, resetDataFolder } from './data-folder.mjs';

/** @type {string} */
let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'data-folder-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

it('is made where it is missing, and deleted on request', () => {
  const dataDir = join(root, 'elsewhere/data');
  prepareDataFolder(dataDir);
  writeFileSync(join(dataDir, 'teo.db'), '');
  resetDataFolder(dataDir, root);
  expect(existsSync(dataDir)).toBe(false);
});

it('is not deleted when it was there before, with something in it', () => {
  const dataDir = join(root, 'photographs');
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'cat.jpg'), '');
  prepareDataFolder(dataDir);
  expect(() => resetDataFolder(dataDir, root)).toThrow(StartProblem);
  expect(existsSync(join(dataDir, 'cat.jpg'))).toBe(true);
});

it('is the own one of the repository, which is always deleted on request', () => {
  const dataDir = join(root, '.data');
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'teo.db'), '');
  resetDataFolder(dataDir, root);
  expect(existsSync(dataDir)).toBe(false);
});

it('has nothing to delete where it is missing', () => {
  expect(() => resetDataFolder(join(root, 'nowhere'), root)).not.toThrow();
});

it('is refused where a file stands', () => {
  writeFileSync(join(root, 'file'), '');
  expect(() => prepareDataFolder(join(root, 'file'))).toThrow(/is a file/);
  expect(() => prepareDataFolder(join(root, 'file/below'))).toThrow(/is a file/);
});
