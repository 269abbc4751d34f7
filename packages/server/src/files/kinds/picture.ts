import type { PictureMediaType } from '@teo-support/core';
import { fileTypeFromBuffer } from 'file-type';
import { ProblemError } from '../../http/index.js';
import type { Content } from './content.js';

/** Pictures that browsers show and that cannot run. SVG is not one of them. */
const accepted: readonly PictureMediaType[] = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/** Which picture it is. Whether it can be drawn is seen when it is written anew. */
export async function pictureTypeOf(content: Content): Promise<PictureMediaType> {
  const kind = await fileTypeFromBuffer(await content.at(0, content.bytes));
  const type = accepted.find((candidate) => candidate === kind?.mime);
  if (type === undefined) throw new ProblemError('file-not-accepted');
  return type;
}
