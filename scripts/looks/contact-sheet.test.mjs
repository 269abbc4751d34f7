import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { changedIn, contactSheet } from './contact-sheet.mjs';

const folder = mkdtempSync(join(tmpdir(), 'teo-support-looks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const changes = join(folder, 'looks');
const kept = join(folder, 'kept');
mkdirSync(join(changes, 'a test’s own'), { recursive: true });
mkdirSync(kept);
for (const part of ['after', 'before', 'difference'])
  writeFileSync(join(changes, 'a test’s own', `home-390.${part}.png`), part);
writeFileSync(join(changes, 'a test’s own', 'new.after.png'), 'after');
writeFileSync(join(changes, 'a test’s own', 'trace.png'), 'nothing of ours');
writeFileSync(join(kept, 'home-390.webp'), 'kept');

it('finds what a run left of changed pictures, in the order in which one looks', () => {
  const found = changedIn(changes).map(({ name, parts }) => [name, parts.map(({ part }) => part)]);
  expect(found).toEqual([
    ['home-390', ['before', 'after', 'difference']],
    ['new', ['after']],
  ]);
  expect(changedIn(join(folder, 'nowhere'))).toEqual([]);
});

it('shows them with addresses that work from where the page is, and those that are kept', () => {
  const html = contactSheet({ page: join(folder, 'looks.html'), changes, kept });
  expect(html).toContain('2 pictures have changed');
  expect(html).toContain('src="looks/a%20test%E2%80%99s%20own/home-390.before.png"');
  expect(html).toContain('src="kept/home-390.webp"');
});
