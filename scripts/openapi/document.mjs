import { openApiDocument } from '@teo-support/core/contract';

/** Where the document of the API is kept, from the root of the repository. */
export const documentPath = 'docs/openapi.json';

/** The document of the API as it is now, as it is kept: for any server, in the version of the API. */
export function documentText() {
  const document = openApiDocument({ version: '1', serverUrl: 'https://support.example.fr' });
  return `${JSON.stringify(document, null, 2)}\n`;
}
