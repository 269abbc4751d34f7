import { z } from 'zod';
import type { ClamdOptions, ScannerPlace } from './clamd.js';

/** The variables about the virus scanner. */
export const scannerVariables = {
  FILES_SCANNER: z
    .string()
    .transform((given, context): ScannerPlace => {
      const place = placeIn(given);
      if (place !== null) return place;
      context.addIssue('must be unix:/path/of/the/socket or tcp://host:port');
      return z.NEVER;
    })
    .optional(),
  FILES_SCANNER_SILENT_SECONDS: z.coerce.number().min(1).max(3600).default(60),
} as const;

type Given = z.output<z.ZodObject<typeof scannerVariables>>;

/** How the scanner is asked; `null` where there is none. */
export function scannerIn({
  FILES_SCANNER: place,
  FILES_SCANNER_SILENT_SECONDS: seconds,
}: Given): ClamdOptions | null {
  return place === undefined ? null : { place, silentMs: seconds * 1000 };
}

function placeIn(given: string): ScannerPlace | null {
  const [, path] = /^unix:(\/.+)$/.exec(given) ?? [];
  if (path !== undefined) return { kind: 'unix', path };
  const [, host = '', port = ''] = /^tcp:\/\/(\[[0-9a-f:]+\]|[\w.-]+):(\d{1,5})$/i.exec(given) ?? [];
  const number = Number(port);
  if (host === '' || number < 1 || number > 65_535) return null;
  return { kind: 'tcp', host: host.replace(/^\[|\]$/g, ''), port: number };
}
