/** An uploaded picture that a draft names. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
}

/** The pictures of a stored draft; whatever is not one is left out. */
export function storedAttachments(stored: unknown, name: string): readonly Attachment[] {
  const list: unknown = Reflect.get(Object(stored), name);
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) => {
    const { id, name: fileName } = Object(item);
    return typeof id === 'string' && typeof fileName === 'string' ? [{ id, name: fileName }] : [];
  });
}
