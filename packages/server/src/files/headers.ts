import { isPicture } from '@teo-support/core';

interface ServedFile {
  readonly name: string | null;
  readonly mediaType: string;
}

/**
 * What keeps a file from running, whoever opens it and however. Pictures, which our encoder wrote, are shown; all else
 * is bytes to be saved, and no browser is told what it is: it would otherwise be drawn where it is embedded.
 */
export function headersOf({ name, mediaType }: ServedFile): Record<string, string> {
  const shown = isPicture({ mediaType });
  return {
    'content-type': shown ? mediaType : 'application/octet-stream',
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(name ?? 'file')}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-site',
    'cache-control': 'private, max-age=3600',
  };
}

/** As RFC 8187 writes a name; what `encodeURIComponent` leaves and it does not allow is encoded, too. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
