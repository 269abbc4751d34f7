import { type FileKind, fileTypeOf } from '@teo-support/core';
import { fileTypeWords, sizeWords } from '@teo-support/core/messages';
import type { FileAccess } from '@teo-support/sdk';
import type { Desk } from '../../desk/desk.js';
import type { IconName } from '../../icons/icon.js';

const signs: Readonly<Record<FileKind, IconName>> = {
  picture: 'image',
  document: 'document',
  text: 'text',
  video: 'video',
};

/** The sign of what a file is. Its words stand beside it. */
export function fileIcon(mediaType: string): IconName {
  return signs[fileTypeOf(mediaType)?.kind ?? 'document'];
}

/** What a file is and how large; nothing of one of which neither is known. */
export function aboutFile(file: { readonly mediaType: string; readonly bytes: number }, desk: Desk): string {
  if (file.mediaType === '') return '';
  return `${fileTypeWords(desk.words.domain, file.mediaType)} · ${sizeWords(file.bytes, desk.locale)}`;
}

/** Why a file cannot be had; `null` where it can, or is just being asked for. */
export function accessWords(access: FileAccess, { words }: Desk): string | null {
  switch (access.state) {
    case 'held':
      return words.files.held;
    case 'infected':
      return words.files.infected;
    case 'missing':
      return words.files.missing;
    case 'asking':
    case 'available':
      return null;
  }
}
