import type { FileMediaType } from '@teo-support/core';
import { ProblemError } from '../../http/index.js';
import type { Content } from './content.js';
import { type OpenZip, openZip, type ZipEntry } from './zip.js';

/** Parts that run, in either family of documents. */
const runs =
  /(?:^|\/)(?:vbaProject\w*\.bin|vbaData\.xml|activeX\/|macrosheets\/|dialogsheets\/|oleObject\d*\.bin)|^(?:Basic|Scripts)\//i;
/** What a description says of a part that runs. */
const runsByDescription =
  /macroEnabled|vnd\.ms-office\.vbaProject|vnd\.ms-office\.activeX|ms-excel\.(?:intl)?macrosheet/i;
/** A template from elsewhere may bring macros that the document itself has not. */
const templateFromElsewhere =
  /attachedTemplate[^>]*TargetMode\s*=\s*["']External|TargetMode\s*=\s*["']External[^>]*attachedTemplate/i;

const openXmlMainParts: readonly (readonly [RegExp, FileMediaType])[] = [
  [
    /application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml/,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [
    /application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet\.main\+xml/,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  [
    /application\/vnd\.openxmlformats-officedocument\.presentationml\.presentation\.main\+xml/,
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ],
];
const openDocuments: readonly FileMediaType[] = [
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
];

/**
 * Which office document an archive is. Its directory is read, and of its parts only the two or three that say what it
 * is: nothing else is unpacked.
 * @throws {ProblemError} `file-with-macros`, `file-too-dense`, `file-unreadable`, or `file-not-accepted` for other archives
 */
export async function officeTypeOf(content: Content): Promise<FileMediaType> {
  const zip = await openZip(content);
  const byName = new Map(zip.entries.map((entry) => [entry.name, entry]));
  const described = byName.get('[Content_Types].xml');
  const openDocument = byName.get('mimetype');
  if (described === undefined && openDocument === undefined) throw new ProblemError('file-not-accepted');
  if (zip.entries.some(({ name }) => runs.test(name))) throw new ProblemError('file-with-macros');
  return described === undefined
    ? openDocumentTypeOf(zip, openDocument)
    : openXmlTypeOf(zip, byName, described);
}

async function openXmlTypeOf(
  zip: OpenZip,
  byName: ReadonlyMap<string, ZipEntry>,
  described: ZipEntry,
): Promise<FileMediaType> {
  const description = await zip.read(described);
  if (runsByDescription.test(description)) throw new ProblemError('file-with-macros');
  const settings = byName.get('word/_rels/settings.xml.rels');
  if (settings !== undefined && templateFromElsewhere.test(await zip.read(settings)))
    throw new ProblemError('file-with-macros');
  const type = openXmlMainParts.find(([part]) => part.test(description))?.[1];
  if (type === undefined) throw new ProblemError('file-not-accepted');
  return type;
}

async function openDocumentTypeOf(zip: OpenZip, mimetype: ZipEntry | undefined): Promise<FileMediaType> {
  const said = mimetype === undefined ? '' : (await zip.read(mimetype)).trim();
  const type = openDocuments.find((candidate) => candidate === said);
  if (type === undefined) throw new ProblemError('file-not-accepted');
  return type;
}
