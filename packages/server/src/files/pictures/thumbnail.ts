import sharp from 'sharp';
import { ProblemError } from '../../http/index.js';
import { inTurn } from './in-turn.js';
import { pictureLimits } from './limits.js';

/** As large as the places where pictures are shown in small, on a dense screen; in pixels. */
const box = { width: 480, height: 360 } as const;
/** What needs no smaller version of itself, in bytes. */
const smallBytes = 24 * 1024;

/**
 * A picture in small, as WebP, of its first frame; `null` when it is small already.
 * @param picture one that was drawn anew
 */
export function thumbnailOf(picture: Uint8Array): Promise<Uint8Array | null> {
  return inTurn(async () => {
    const drawn = sharp(picture, { limitInputPixels: pictureLimits.pixels });
    const { width, height, pages = 1 } = await drawn.metadata();
    const fits = width <= box.width && height <= box.height && pages === 1;
    if (fits && picture.byteLength <= smallBytes) return null;
    try {
      const small = drawn.resize({ ...box, fit: 'inside', withoutEnlargement: true });
      return new Uint8Array(
        await small.timeout({ seconds: pictureLimits.seconds }).webp({ quality: 75 }).toBuffer(),
      );
    } catch (cause) {
      throw new ProblemError('picture-unreadable', { cause });
    }
  });
}
