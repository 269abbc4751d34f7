/** An uploaded file that a draft names. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  /** Nothing in drafts that were kept before files of every kind could be sent. */
  readonly mediaType: string;
  readonly bytes: number;
}

/** The files of a stored draft; whatever is not one is left out. */
export function storedAttachments(stored: unknown, name: string): readonly Attachment[] {
  const list: unknown = Reflect.get(Object(stored), name);
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) => {
    const { id, name: fileName, mediaType, bytes } = Object(item);
    if (typeof id !== 'string' || typeof fileName !== 'string') return [];
    return [
      {
        id,
        name: fileName,
        mediaType: typeof mediaType === 'string' ? mediaType : '',
        bytes: typeof bytes === 'number' ? bytes : 0,
      },
    ];
  });
}
