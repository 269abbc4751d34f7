import type { FileMediaType } from '@teo-support/core';
import type { Content } from './content.js';
import { officeTypeOf } from './office.js';
import { checkPdf } from './pdf.js';
import { pictureTypeOf } from './picture.js';
import { textTypeOf } from './text.js';
import { videoTypeOf } from './video.js';

/** How the families of files begin. Only what begins like one of them is looked into any further. */
const beginnings = [
  ['picture', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['picture', 0, [0xff, 0xd8, 0xff]],
  ['picture', 0, [...Buffer.from('GIF8')]],
  ['picture', 8, [...Buffer.from('WEBP')]],
  ['pdf', 0, [...Buffer.from('%PDF-')]],
  ['archive', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['video', 4, [...Buffer.from('ftyp')]],
  ['video', 0, [0x1a, 0x45, 0xdf, 0xa3]],
] as const;

/**
 * What a file is, whatever its name and headers say, and whether it may be kept as that.
 * @param name only tells a table from other text
 * @throws {ProblemError} when it is nothing that is accepted, or not what it begins as
 */
export async function typeOf(content: Content, name: string): Promise<FileMediaType> {
  const head = await content.at(0, 16);
  const family = beginnings.find(([, at, bytes]) => bytes.every((byte, index) => head[at + index] === byte));
  switch (family?.[0]) {
    case 'picture':
      return pictureTypeOf(content);
    case 'video':
      return videoTypeOf(content);
    case 'archive':
      return officeTypeOf(content);
    case 'pdf':
      await checkPdf(content);
      return 'application/pdf';
    case undefined:
      return textTypeOf(content, name);
  }
}
