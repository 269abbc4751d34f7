import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

/** Dots as they are, three colours and an alpha each. */
interface Dots {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** What has become of a picture: how many dots are others, with what shows where; none where it is new or of another size. */
export interface Changed {
  readonly dots: number;
  readonly before: Buffer | undefined;
  readonly difference: Buffer | undefined;
}

/** As little as an eye can see: a pale line that is gone is more. */
const threshold = 0.03;

/** Where the pictures are that were looked at, without loss and yet small: WebP finds the letters that come again. */
function pathOf(name: string): string {
  return fileURLToPath(new URL(`looks/${name}.webp`, import.meta.url));
}

/** Compares a picture with the one that was looked at; undefined where nothing has changed. */
export async function changedSince(name: string, now: Buffer): Promise<Changed | undefined> {
  const kept = readKept(name);
  if (kept === undefined) return { dots: 0, before: undefined, difference: undefined };
  // The dots of two like pictures are alike to the bit.
  const [before, after] = await Promise.all([dotsOf(kept), dotsOf(now)]);
  const { width, height } = after;
  if (before.width === width && Buffer.compare(before.data, after.data) === 0) return undefined;
  const png = await sharp(kept).png().toBuffer();
  if (before.width !== width || before.height !== height)
    return {
      dots: Math.abs(width * height - before.width * before.height),
      before: png,
      difference: undefined,
    };
  const shown = new Uint8Array(width * height * 4);
  const dots = pixelmatch(before.data, after.data, shown, width, height, { threshold, includeAA: true });
  if (dots === 0) return undefined;
  const difference = await sharp(shown, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
  return { dots, before: png, difference };
}

/** Takes a picture in the place of the one before: somebody looks at it in the review. */
export async function keep(name: string, picture: Buffer): Promise<void> {
  writeTo(pathOf(name), await sharp(picture).webp({ lossless: true, effort: 6 }).toBuffer());
}

/** Writes a file, in a folder that there need not be yet. */
export function writeTo(path: string, content: Buffer | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function readKept(name: string): Buffer | undefined {
  try {
    return readFileSync(pathOf(name));
  } catch {
    return undefined;
  }
}

async function dotsOf(picture: Buffer): Promise<Dots> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
