import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { environmentNames, readConfig } from '@teo-support/server';
import { DCLinter } from 'dclint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/**
 * @typedef {object} Service
 * @property {string} image
 * @property {{ context: string, dockerfile: string }} [build]
 * @property {Record<string, string>} [environment]
 * @property {string[]} [volumes]
 * @property {string[]} [ports]
 * @property {string[]} networks
 * @property {boolean} [read_only]
 * @property {string[]} [cap_drop]
 * @property {string} [stop_grace_period]
 */

const folder = new URL('../../deploy/', import.meta.url);
const path = fileURLToPath(new URL('compose.yaml', folder));
const text = readFileSync(path, 'utf8');
const compose = parse(text, { merge: true });
/** @type {Record<string, Service>} */
const services = compose.services;
const servers = Object.entries(services).filter(([name]) => name.startsWith('server-'));
const example = readFileSync(new URL('compose.env.example', folder), 'utf8');

describe('the compose file', () => {
  it('is one by the schema of the Compose Specification, without a fault that its linter knows', () => {
    // A server is built here and has a name, so that both are the same image.
    const linter = new DCLinter({
      rules: { 'no-build-and-image': 0 },
      quiet: true,
      debug: false,
      exclude: [],
    });
    const [outcome] = linter.lintFiles([path], false);
    const faults = outcome?.messages.filter(
      ({ type, category }) => type === 'error' || category === 'security',
    );
    expect(faults).toEqual([]);
    expect(outcome?.messages.length).toBeGreaterThan(0);
  });

  it('starts two servers from the container file, on one database and one store of files', () => {
    expect(servers.map(([name]) => name)).toEqual(['server-1', 'server-2']);
    for (const [, { build, environment, volumes }] of servers) {
      expect(existsSync(new URL(`${build?.context}/${build?.dockerfile}`, folder))).toBe(true);
      expect(volumes).toBeUndefined();
      const hosts = [environment?.DATABASE_URL, environment?.FILES_S3_ENDPOINT].map(
        (url) => new URL(url ?? '').hostname,
      );
      expect(hosts).toEqual(['database', 'files']);
      expect(environment?.FILES_S3_BUCKET).toBe(services.files?.environment?.GARAGE_DEFAULT_BUCKET);
    }
  });

  it('sets no variable that the server does not read', () => {
    for (const [, { environment }] of servers)
      expect(environmentNames).toEqual(expect.arrayContaining(Object.keys(environment ?? {})));
  });

  it('gives a server all that it needs, once the example is filled in', () => {
    const fill = (/** @type {string} */ value) =>
      value.replace(/\$\{([A-Z_]+):\?\}/g, (_all, name) => {
        const [, given] = new RegExp(`^${name}=(.*)$`, 'm').exec(example) ?? [];
        return given || 'filled-in';
      });
    for (const [, { environment }] of servers) {
      const given = Object.entries(environment ?? {}).map(([name, value]) => [name, fill(value)]);
      const { files, database, trustedProxies } = readConfig(Object.fromEntries(given));
      expect(files).toMatchObject({ kind: 's3', endpoint: 'http://files:3900', region: 'garage' });
      expect(database.url).toBe('http://database:8080');
      expect(trustedProxies).toBe(1);
    }
  });

  it('has no secret in it: each is asked for by name, and the example has all the names', () => {
    const wanted = [...text.matchAll(/\$\{([A-Z_]+)(:\?)?/g)].map(([, name, needed]) => ({ name, needed }));
    expect(wanted.filter(({ needed }) => needed === undefined)).toEqual([{ name: 'PUBLIC_PORT' }]);
    const given = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(given.sort()).toEqual([...new Set(wanted.map(({ name }) => name))].sort());
    for (const [name, value] of Object.entries(services).flatMap((each) =>
      Object.entries(each[1].environment ?? {}),
    ))
      if (/SECRET|ACCESS_KEY/.test(name)) expect(value).toMatch(/^\$\{[A-Z_]+:\?\}$/);
  });

  it('gives servers a root that is read-only and no rights, and longer to stop than they take', () => {
    for (const [, server] of servers) {
      expect(server).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
      const delay = Number(server.environment?.STOP_DELAY_SECONDS);
      expect(Number.parseInt(server.stop_grace_period ?? '', 10)).toBeGreaterThan(delay + 10);
    }
  });

  it('lets nobody in but by the proxy, and takes images of one version', () => {
    for (const [name, { ports, image, build, networks }] of Object.entries(services)) {
      if (name !== 'proxy') expect(ports).toBeUndefined();
      if (build === undefined) expect(image).toMatch(/:v?\d+\.\d+\.\d+$/);
      if (name === 'database' || name === 'files') expect(networks).toEqual(['inside']);
    }
    expect(compose.networks.inside).toEqual({ internal: true });
  });

  it('mounts files that are there', () => {
    const mounted = Object.values(services).flatMap(({ volumes }) => volumes ?? []);
    const files = mounted.map((volume) => volume.split(':')[0] ?? '').filter((from) => from.startsWith('.'));
    expect(files).toHaveLength(2);
    for (const file of files) expect(existsSync(new URL(file, folder))).toBe(true);
    const proxied = readFileSync(new URL('Caddyfile', folder), 'utf8');
    expect(proxied).toContain('reverse_proxy server-1:4100 server-2:4100');
    expect(proxied).toContain('health_uri /readyz');
  });
});
