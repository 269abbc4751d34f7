import type { Options } from 'tsup';

type Build = Parameters<Extract<Options['esbuildPlugins'], unknown[]>[number]['setup']>[0];
type Metafile = Record<string, { imports: { path: string }[]; exports: string[] }>;

/** A file that only gives the names of a part to what stands in another file. */
const naming = /^import\{([^}]*)\}from"\.\/([^"]+)";(?:import"[^"]+";)*export\{([^}]*)\};\s*$/;
const exporting = /export\{([^}]*)\};\s*$/;
const importing = /^import(?:\{([^}]*)\}from)?"\.\/([^"]+)";/;

/**
 * Makes one file of the two that esbuild makes of a part on which others build: one with all of it, under the name of a
 * chunk, and one that only passes its exports on. Before the second has come a browser does not know of the first, and goes
 * once more. The name that stays has a hash that covers the other file as well, so it changes with the content.
 *
 * What builds on such a part is loaded by it, and so after it. It does not import it: it takes what it needs from the
 * element's class, where the part has left it. A part that had to be asked for under a changed address would be another
 * module than the one of the first address, and there must not be two.
 */
export const wholeParts = {
  name: 'whole-parts',
  setup(build: Build) {
    build.onEnd(({ outputFiles = [], metafile }) => {
      if (metafile === undefined) throw new Error('Parts are made whole by the metafile of the build.');
      const texts = new Map(outputFiles.map(({ path, text }) => [nameOf(path), text]));
      const wholes = new Map<string, string>();
      for (const [name, text] of texts) {
        const [, taken, source, given] = naming.exec(text) ?? [];
        if (taken === undefined || source === undefined || given === undefined) continue;
        texts.set(name, whole(texts.get(source) ?? '', name, pairs(taken), pairs(given)));
        texts.delete(source);
        wholes.set(source, name);
        rename(metafile.outputs, source, name);
      }
      for (const file of outputFiles) {
        const text = texts.get(nameOf(file.path));
        if (text !== undefined) file.contents = new TextEncoder().encode(onWholes(text, wholes));
      }
      const kept = outputFiles.filter(({ path }) => !wholes.has(nameOf(path)));
      outputFiles.splice(0, outputFiles.length, ...kept);
    });
  },
};

/** Where a part leaves what others take from it. */
const place = (name: string) => `customElements.get("teo-support")["${name}"]`;

/** The content of a part under its own names, and what others take, by the names that esbuild has given to it. */
function whole(text: string, name: string, taken: Pairs, given: Pairs): string {
  const list = exporting.exec(text)?.[1];
  if (list === undefined) throw new Error(`There is nothing of ${name} that it could be made whole with.`);
  const inside = new Map(pairs(list).map(([local, exported]) => [exported, local]));
  const named = new Map(taken.map(([exported, local]) => [local, inside.get(exported)]));
  const left = [...inside].map(([exported, local]) => `${exported}:${local}`).join();
  const exports = given.map(([local, exported]) => `${named.get(local)} as ${exported}`).join();
  return text.replace(exporting, () => `${place(name)}={${left}};export{${exports}};`);
}

/** What a file imports from a part that was made whole is taken from where the part has left it. */
function onWholes(text: string, wholes: ReadonlyMap<string, string>): string {
  const [statement, list = '', source = ''] = importing.exec(text) ?? [];
  if (statement === undefined) return text;
  const name = wholes.get(source);
  if (name === undefined) throw new Error(`A part imports ${source}, which is none that was made whole.`);
  const taken = pairs(list).map(([exported, local]) => `${exported}:${local}`);
  const rest = onWholes(text.slice(statement.length), wholes);
  return taken.length === 0 ? rest : `var{${taken.join()}}=${place(name)};${rest}`;
}

/** Writes down what was done, as if esbuild had. */
function rename(outputs: Metafile, source: string, name: string): void {
  const pathOf = (file: string) => Object.keys(outputs).find((path) => nameOf(path) === file) ?? '';
  const [from, to] = [pathOf(source), pathOf(name)];
  const [content, naming] = [outputs[from], outputs[to]];
  if (content === undefined || naming === undefined) throw new Error(`The metafile has no ${source}.`);
  outputs[to] = { ...content, exports: naming.exports };
  delete outputs[from];
  for (const { imports } of Object.values(outputs))
    for (const entry of imports) if (entry.path === from) entry.path = to;
}

type Pairs = readonly (readonly [name: string, as: string])[];

/** `a as b,c` */
function pairs(list: string): Pairs {
  return list
    .split(',')
    .filter((one) => one !== '')
    .map((one) => {
      const [name = '', as = name] = one.trim().split(' as ');
      return [name, as];
    });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
