import { fileURLToPath } from 'node:url';
import { lintFromString, loadConfig } from '@redocly/openapi-core';

const configPath = fileURLToPath(new URL('../../config/redocly.yaml', import.meta.url));

/**
 * What Redocly's linter finds wrong with a document, warnings included; nothing when it is well.
 *
 * @param {string} document
 * @returns {Promise<string[]>}
 */
export async function lint(document) {
  const config = await loadConfig({ configPath });
  const problems = await lintFromString({ source: document, config, absoluteRef: 'openapi.json' });
  return problems.map(
    ({ ruleId, message, location: [place] }) => `${ruleId}: ${message} (${place?.pointer ?? ''})`,
  );
}
