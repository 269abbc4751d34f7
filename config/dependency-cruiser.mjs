// Who may import whom. `dependency-cruiser.test.mjs` breaks each rule once and expects to be told.
//
// Paths are those of the sources: ./workspace-sources.mjs resolves `@teo-support/sdk` to packages/sdk/src.

/** Tests and what builds domain data for them. */
const TESTS = String.raw`\.test\.ts$|\.e2e\.ts$|/testing/`;

/**
 * @param {string} workspace e.g. `packages/widget`
 * @param {string[]} allowed the workspaces that it may import, beside itself
 * @returns {import('dependency-cruiser').IRegularForbiddenRuleType}
 */
const importsOnly = (workspace, allowed) => {
  const name = workspace.split('/')[1];
  const inside = [workspace, ...allowed].map((path) => `^${path}/`);
  return {
    name: `${name}-imports-only-${allowed.map((path) => path.split('/')[1]).join('-and-') || 'itself'}`,
    comment: `${workspace} may import ${allowed.join(', ') || 'no other workspace'}, and nothing else of this repository.`,
    severity: 'error',
    from: { path: `^${workspace}/` },
    to: {
      // Sources by path; a workspace that could not be resolved still by its name.
      path: ['^(packages|apps|scripts|config)/', '^@teo-support/'],
      pathNot: inside,
    },
  };
};

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    importsOnly('packages/core', []),
    importsOnly('packages/sdk', ['packages/core']),
    importsOnly('packages/widget', ['packages/sdk', 'packages/core']),
    importsOnly('apps/demo', ['packages/widget', 'packages/sdk', 'packages/core']),
    {
      ...importsOnly('packages/server', ['packages/core']),
      from: { path: '^packages/server/', pathNot: TESTS },
    },
    {
      ...importsOnly('packages/server', ['packages/core', 'packages/sdk']),
      name: 'server-tests-import-only-core-and-sdk',
      comment: "The server's tests may call it through the SDK as well.",
      from: { path: `^packages/server/.*(${TESTS})` },
    },
    {
      name: 'nothing-imports-server',
      comment: 'Packages and the demo reach the server over HTTP. Only the scripts at the root compose it.',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: '^packages/server/' },
      to: { path: ['^packages/server/', '^@teo-support/server'] },
    },
    {
      name: 'core-is-pure',
      comment: 'The rules do no input or output: no module of Node.js.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-depends-on-zod-only',
      comment: 'No third party in core, except zod in its contract.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: TESTS },
      to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/zod/' },
    },
    {
      name: 'zod-only-in-the-contract',
      comment: 'zod is large and probes `new Function`: it must not reach the pages that load the rules.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: `^packages/core/src/contract/|${TESTS}` },
      to: { path: '(^|/)node_modules/zod/' },
    },
    {
      name: 'contract-is-types-for-browsers',
      comment:
        "What runs in a page, and core's rules, take only types from the contract (`import type`): a value brings zod.",
      severity: 'error',
      from: {
        path: '^(packages/(core|sdk|widget)|apps/demo)/src/',
        pathNot: `^packages/core/src/contract/|${TESTS}`,
      },
      to: { path: '^packages/core/src/contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'browser-packages-run-without-node',
      comment: 'The SDK and the widget run in pages: no module of Node.js.',
      severity: 'error',
      from: { path: '^packages/(sdk|widget)/src/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-deep-imports',
      comment: 'Another workspace is imported by its name, through the entry points in its package.json.',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: {
        path: '^(packages|apps)/',
        pathNot: '^$1/$2/',
        // A path from file to file is `local`; an import by name is not.
        dependencyTypes: ['local'],
      },
    },
    {
      name: 'features-meet-at-their-index',
      comment: 'A folder of the server imports another one only through its index.ts.',
      severity: 'error',
      from: { path: '^packages/server/src/([^/]+)/', pathNot: TESTS },
      to: {
        path: '^packages/server/src/[^/]+/',
        pathNot: ['^packages/server/src/$1/', String.raw`^packages/server/src/[^/]+/index\.ts$`],
      },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thing, or hide a third. Types count too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-resolvable',
      comment: 'The file or package does not exist, or a package does not export that path.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['(^|/)node_modules/', '(^|/)dist/'] },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: new URL('./workspace-sources.mjs', import.meta.url).pathname },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'browser', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
