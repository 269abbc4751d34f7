import { fileTypeFromBuffer } from 'file-type';
import { ProblemError } from '../../http/index.js';
import type { Content } from './content.js';

/** Its head alone is read, and nothing is decoded: videos are watched where they are downloaded to. */
const headBytes = 4096;

/** MP4 or WebM, by the brand or document type that the head names. */
export async function videoTypeOf(content: Content): Promise<'video/mp4' | 'video/webm'> {
  const kind = await fileTypeFromBuffer(await content.at(0, headBytes));
  switch (kind?.mime) {
    case 'video/mp4':
    case 'video/x-m4v':
      return 'video/mp4';
    case 'video/webm':
      return 'video/webm';
    default:
      throw new ProblemError('file-not-accepted');
  }
}
