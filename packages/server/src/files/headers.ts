import { fileTypeOf, isPicture } from '@teo-support/core';

interface ServedFile {
  readonly name: string | null;
  readonly mediaType: string;
}

/** How a file is asked for, beyond what it is. */
export interface AskedFor {
  /** What the browser means to do with it (`Sec-Fetch-Dest`), where it says so. */
  readonly purpose: string | undefined;
  /** For how long a signed address is still good, in milliseconds; `null` where who asks has signed in. */
  readonly goodForMs: number | null;
}

/**
 * What keeps a file from running, whoever opens it and however. Pictures, which our encoder wrote, are shown, and a
 * video is played where it is asked for as one; all else is bytes to be saved, and no browser is told what it is: it
 * would otherwise be drawn where it is embedded.
 */
export function headersOf(
  { name, mediaType }: ServedFile,
  { purpose, goodForMs }: AskedFor,
): Record<string, string> {
  const shown = isPicture({ mediaType });
  const played = purpose === 'video' && fileTypeOf(mediaType)?.kind === 'video';
  return {
    'content-type': shown || played ? mediaType : 'application/octet-stream',
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(name ?? 'file')}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    // Who has an address may show the file on whichever page embeds the widget.
    'cross-origin-resource-policy': goodForMs === null ? 'same-site' : 'cross-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': `private, max-age=${goodForMs === null ? 3600 : Math.floor(goodForMs / 1000)}`,
    vary: 'sec-fetch-dest',
  };
}

/** As RFC 8187 writes a name; what `encodeURIComponent` leaves and it does not allow is encoded, too. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
