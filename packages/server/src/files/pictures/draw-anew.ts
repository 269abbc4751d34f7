import type { PictureMediaType } from '@teo-support/core';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { ProblemError } from '../../http/index.js';
import { inTurn } from './in-turn.js';
import { pictureLimits } from './limits.js';

/**
 * A picture decoded and written anew, in its own format: what browsers show is what our encoder wrote and nothing that
 * came along with it, neither a second file behind the first nor the place where a photograph was taken.
 * The same bytes give the same picture.
 * @throws {ProblemError} `picture-unreadable` or `picture-too-large`
 */
export function drawAnew(content: Uint8Array, type: PictureMediaType): Promise<Uint8Array> {
  return inTurn(async () => {
    const read = await headOf(content);
    if (pixelsOf(read) > pictureLimits.pixels) throw new ProblemError('picture-too-large');
    // A photograph that lies on its side is turned, as the note that says so is left out. Animations have none.
    const moves = (read.pages ?? 1) > 1;
    const picture = sharp(content, { limitInputPixels: pictureLimits.pixels, animated: moves });
    const upright = moves ? picture : picture.autoOrient();
    try {
      const drawn = await encode(upright.timeout({ seconds: pictureLimits.seconds }), type).toBuffer();
      return new Uint8Array(drawn);
    } catch (error) {
      throw new ProblemError(isTimeout(error) ? 'picture-too-large' : 'picture-unreadable', { cause: error });
    }
  });
}

/** What the picture says of itself, before any of it is decoded. */
async function headOf(content: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(content, { limitInputPixels: false }).metadata();
  } catch (error) {
    throw new ProblemError('picture-unreadable', { cause: error });
  }
}

function pixelsOf({ width, height, pages = 1 }: Metadata): number {
  return width * height * pages;
}

function encode(picture: Sharp, type: PictureMediaType): Sharp {
  switch (type) {
    case 'image/png':
      return picture.png();
    case 'image/jpeg':
      return picture.jpeg({ quality: 88 });
    case 'image/webp':
      return picture.webp({ quality: 88 });
    case 'image/gif':
      return picture.gif();
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message.includes('timeout');
}
