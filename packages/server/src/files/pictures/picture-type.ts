import { fileTypeFromBuffer } from 'file-type';

/** Pictures that browsers show and that cannot run. SVG is not one of them. */
const accepted = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export type PictureType = (typeof accepted)[number];

/** What kind of picture the content is, whatever its name and headers say. */
export async function pictureTypeOf(content: Uint8Array): Promise<PictureType | null> {
  const kind = await fileTypeFromBuffer(content);
  return accepted.find((type) => type === kind?.mime) ?? null;
}
