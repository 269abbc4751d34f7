import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

/** What esbuild wrote down about the built script. */
interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly imports: readonly { readonly path: string; readonly kind: string }[] }>
  >;
}

const packageRoot = new URL('../', import.meta.url);
const { outputs }: Metafile = JSON.parse(
  readFileSync(new URL('dist/metafile-esm.json', packageRoot), 'utf8'),
);

/** The built file whose name begins so; chunk names carry a hash. */
function output(name: string): string {
  const found = Object.keys(outputs).find((path) => path.startsWith(`dist/${name}`) && path.endsWith('.js'));
  if (found === undefined) throw new Error(`The build has no ${name}: run it first.`);
  return found;
}

/** A file and everything that it brings along by static imports. */
function closure(paths: readonly string[], seen = new Set<string>()): Set<string> {
  for (const path of paths) {
    if (seen.has(path)) continue;
    seen.add(path);
    const imports = outputs[path]?.imports ?? [];
    closure(
      imports.filter((entry) => entry.kind === 'import-statement').map((entry) => entry.path),
      seen,
    );
  }
  return seen;
}

/** Bytes over the wire, each file compressed by itself as a server does it. */
function gzipBytes(paths: Iterable<string>): number {
  let bytes = 0;
  for (const path of paths)
    bytes += gzipSync(readFileSync(new URL(path, packageRoot)), { level: 9 }).byteLength;
  return bytes;
}

const kB = 1000;

const languages = ['fr', 'en'] as const;

describe('over the wire, gzip', () => {
  const scripts = Object.keys(outputs).filter((path) => path.endsWith('.js'));
  const launcher = closure([output('teo-support')]);
  const words = (language: string) => ['load', 'later'].map((part) => output(`${part}-${language}-`));
  const untilForm = (language: string) =>
    closure([output('teo-support'), output('panel-'), output(`load-${language}-`)]);
  /** What takes and edits pictures, and its words in one language. */
  const editor = (language: string) => [output('editor-'), output(`${language}-screenshots-`)];
  /** The improvement forum, and its words in one language: beyond the panel and what comes after a form it needs nothing else. */
  const forum = (language: string) => [output('improvements-'), output(`${language}-improvements-`)];
  /** What keeps files that are on their way comes with the first of them. */
  const keeping = output('kept-uploads-');
  /** All of tickets and the FAQ that a person can load, who reads one language: but the editor of pictures, and the forum. */
  const everything = (language: string) => {
    const others = languages.filter((other) => other !== language).flatMap(words);
    const without = [...others, ...languages.flatMap(editor), ...languages.flatMap(forum), keeping];
    return scripts.filter((path) => !without.includes(path));
  };

  test('the launcher alone is within its budget', () => {
    expect(gzipBytes(launcher)).toBeLessThanOrEqual(3 * kB);
  });

  test.each(languages)('a form to type in and everything are within their budgets, in %s', (language) => {
    expect(gzipBytes(untilForm(language))).toBeLessThanOrEqual(21.1 * kB);
    expect(gzipBytes(everything(language))).toBeLessThanOrEqual(57.2 * kB);
  });

  test.each(languages)('what takes and edits pictures is within its budget, in %s', (language) => {
    expect(gzipBytes(editor(language))).toBeLessThanOrEqual(11.4 * kB);
    for (const path of editor(language)) expect(untilForm(language)).not.toContain(path);
  });

  test.each(languages)('the forum is within its budget, and brings nothing along, in %s', (language) => {
    expect(gzipBytes(forum(language))).toBeLessThanOrEqual(14.9 * kB);
    const there = closure([...untilForm(language), output('later-parts-')]);
    expect([...closure(forum(language))].filter((path) => !there.has(path))).toEqual(forum(language));
    for (const path of forum(language)) expect(untilForm(language)).not.toContain(path);
  });

  test('what keeps files over a reload is within its budget, and brings nothing along', () => {
    expect(gzipBytes([keeping])).toBeLessThanOrEqual(0.9 * kB);
    expect([...closure([keeping])]).toEqual([keeping]);
    for (const language of languages) expect(untilForm(language)).not.toContain(keeping);
  });

  test('a page pays for no schema library and for one language', () => {
    for (const path of scripts) {
      expect(readFileSync(new URL(path, packageRoot), 'utf8'), path).not.toMatch(/ZodError|ZodType/);
    }
    for (const path of words('en')) expect(untilForm('fr')).not.toContain(path);
    for (const path of words('fr')) expect(untilForm('en')).not.toContain(path);
  });

  test('a form to type in waits for nothing that only sending, the FAQ or following need', () => {
    for (const name of ['later-parts-', 'later-fr-']) expect(untilForm('fr')).not.toContain(output(name));
  });

  test('no file waits for another one that it names: what it builds on is there before it', () => {
    for (const path of scripts) {
      const script = readFileSync(new URL(path, packageRoot), 'utf8');
      expect(script, path).not.toMatch(/(?:^|;)import["{*]/);
    }
  });

  test('a part that does not come is asked for under a changed address', () => {
    for (const path of scripts) {
      const script = readFileSync(new URL(path, packageRoot), 'utf8');
      for (const [, address] of script.matchAll(/\bimport\("([^"?]+)"\)/g))
        expect(script, path).toContain(`import("${address}").catch(()=>import("${address}?again"))`);
    }
  });
});
