import { paint } from './paint.js';
import { boxOf, type Drawing } from './shapes.js';

/** The largest picture that the server takes, with some room. */
const mostBytes = 9_500_000;
/** From here on another kind than PNG may be worth its losses: it is a photo. */
const largeBytes = 1_500_000;

/**
 * What was drawn, as a new file: only its pixels are in it. What was masked or cut off is in none of them.
 * @param name how the file is called, without its ending
 * @param most bytes that it may have: a picture that has more is made smaller
 */
export async function pictureFile(
  picture: ImageBitmap,
  drawing: Drawing,
  name: string,
  most = mostBytes,
): Promise<File> {
  const view = boxOf(drawing.crop);
  // Painted pixel by pixel first: made smaller together, a mask and what lies under it would mix at its edges.
  let canvas = blank(view.width, view.height);
  paint(canvas.context, picture, drawing, view, 1);
  try {
    for (;;) {
      const blob = await smallest(canvas.element);
      if (blob.size <= most) {
        const ending = blob.type === 'image/jpeg' ? 'jpg' : blob.type.slice('image/'.length);
        return new File([blob], `${name}.${ending}`, { type: blob.type });
      }
      const { element } = canvas;
      canvas = blank(Math.ceil(element.width * 0.7), Math.ceil(element.height * 0.7));
      canvas.context.drawImage(element, 0, 0, canvas.element.width, canvas.element.height);
      element.width = 0;
    }
  } finally {
    // Some browsers keep the memory of a canvas for long otherwise.
    canvas.element.width = 0;
  }
}

/** A canvas with nothing on it. */
export function blank(width: number, height: number) {
  const element = document.createElement('canvas');
  element.width = width;
  element.height = height;
  const context = element.getContext('2d');
  if (context === null) throw new Error('This browser has no canvas to paint on.');
  return { element, context };
}

async function smallest(canvas: HTMLCanvasElement): Promise<Blob> {
  const png = await encoded(canvas, 'image/png');
  if (png.size <= largeBytes) return png;
  const webp = await encoded(canvas, 'image/webp');
  // A browser that cannot write WebP gives a PNG.
  const other = webp.type === 'image/webp' ? webp : await encoded(canvas, 'image/jpeg');
  return other.size < png.size ? other : png;
}

function encoded(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error(`No picture was made of the canvas.`)) : resolve(blob)),
      type,
      0.92,
    );
  });
}
