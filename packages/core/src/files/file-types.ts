/** What a person means by a file: something to look at, to read, to reckon with, or to watch. */
export const fileKinds = ['picture', 'document', 'text', 'video'] as const;
export type FileKind = (typeof fileKinds)[number];

/** One type of file that can be sent. */
export interface FileType {
  readonly mediaType: string;
  readonly kind: FileKind;
  /** How its names end, without the dot; the first is the usual one. */
  readonly endings: readonly [string, ...string[]];
}

/**
 * Every type of file that can be sent, and no other. What a file is, its content says: the endings are for pickers and
 * for the names that people see. Pictures that can run (SVG) are not among them, nor are documents with macros.
 */
export const fileTypes = [
  { mediaType: 'image/png', kind: 'picture', endings: ['png'] },
  { mediaType: 'image/jpeg', kind: 'picture', endings: ['jpg', 'jpeg'] },
  { mediaType: 'image/webp', kind: 'picture', endings: ['webp'] },
  { mediaType: 'image/gif', kind: 'picture', endings: ['gif'] },
  { mediaType: 'application/pdf', kind: 'document', endings: ['pdf'] },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    kind: 'document',
    endings: ['docx'],
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    kind: 'document',
    endings: ['xlsx'],
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    kind: 'document',
    endings: ['pptx'],
  },
  { mediaType: 'application/vnd.oasis.opendocument.text', kind: 'document', endings: ['odt'] },
  { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', kind: 'document', endings: ['ods'] },
  { mediaType: 'application/vnd.oasis.opendocument.presentation', kind: 'document', endings: ['odp'] },
  { mediaType: 'text/plain', kind: 'text', endings: ['txt', 'log'] },
  { mediaType: 'text/csv', kind: 'text', endings: ['csv'] },
  { mediaType: 'video/mp4', kind: 'video', endings: ['mp4', 'm4v'] },
  { mediaType: 'video/webm', kind: 'video', endings: ['webm'] },
] as const satisfies readonly FileType[];

export type FileMediaType = (typeof fileTypes)[number]['mediaType'];
export type PictureMediaType = Extract<(typeof fileTypes)[number], { kind: 'picture' }>['mediaType'];

/** The type of a file by its media type; `null` for one that cannot be sent. */
export function fileTypeOf(mediaType: string): FileType | null {
  return fileTypes.find((type) => type.mediaType === mediaType) ?? null;
}

/** How the names of files usually end: it names each type of file, as media types are long. */
export type UsualEnding = (typeof fileTypes)[number]['endings'][0];

/** Whether a file is shown as it is: only what was decoded and written anew ever is. All else is downloaded. */
export function isPicture({ mediaType }: { readonly mediaType: string }): boolean {
  return fileTypeOf(mediaType)?.kind === 'picture';
}

/** Whether a file shows what was on somebody's screen, as a picture or as a video of it. */
export function showsScreen({ mediaType }: { readonly mediaType: string }): boolean {
  return isPicture({ mediaType }) || fileTypeOf(mediaType)?.kind === 'video';
}
