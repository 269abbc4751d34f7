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

describe('over the wire, gzip', () => {
  const launcher = closure([output('teo-support')]);
  const untilForm = closure([
    output('teo-support'),
    output('panel-'),
    output('load-fr-'),
    output('ticket-form-'),
  ]);
  const everything = Object.keys(outputs).filter((path) => path.endsWith('.js'));
  test.each([
    ['the launcher alone', launcher, 3 * kB],
    ['a form to type in', untilForm, 34 * kB],
    ['everything', everything, 48 * kB],
  ])('%s is within its budget', (_what, paths, budget) => {
    expect(gzipBytes(paths)).toBeLessThanOrEqual(budget);
  });

  test('a page pays for no schema library and for one language', () => {
    for (const path of everything) {
      expect(readFileSync(new URL(path, packageRoot), 'utf8'), path).not.toMatch(/ZodError|ZodType/);
    }
    expect(untilForm).not.toContain(output('load-en-'));
  });
});
