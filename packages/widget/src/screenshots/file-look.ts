import { type FileKind, fileTypeOf } from '@teo-support/core';
import type { FileView } from '@teo-support/core/contract';
import { fileTypeWords, sizeWords } from '@teo-support/core/messages';
import type { IconName } from '../panel/all-icons.js';
import type { FullSession } from '../panel/full-session.js';

const icons: Readonly<Record<FileKind, IconName>> = {
  picture: 'image',
  document: 'document',
  text: 'text',
  video: 'video',
};

/** The sign of what a file is. Its words stand beside it. */
export function iconOf(mediaType: string): IconName {
  return icons[fileTypeOf(mediaType)?.kind ?? 'document'];
}

/** What a file is and how large, e.g. « Document PDF · 1,2 Mo ». */
export function aboutFile(
  { mediaType, bytes }: Pick<FileView, 'mediaType' | 'bytes'>,
  { domain, locale }: Pick<FullSession, 'domain' | 'locale'>,
): string {
  return `${fileTypeWords(domain, mediaType)} · ${sizeWords(bytes, locale)}`;
}
