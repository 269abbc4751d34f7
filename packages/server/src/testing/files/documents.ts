import { type ArchiveEntry, archive } from './archive.js';

const openXml = 'application/vnd.openxmlformats-officedocument';

/** The part of each Open XML document that says what it is. */
export const mainParts = {
  docx: `${openXml}.wordprocessingml.document.main+xml`,
  xlsx: `${openXml}.spreadsheetml.sheet.main+xml`,
  pptx: `${openXml}.presentationml.presentation.main+xml`,
} as const;

/** The parts of an Open XML document, as far as telling what it is takes them. */
export function openXmlParts(mainPart: string): readonly ArchiveEntry[] {
  return [
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${mainPart}"/></Types>`,
    },
    { name: 'main.xml', content: '<document>Convention de formation</document>' },
  ];
}

/** The parts of an OpenDocument. */
export function openDocumentParts(of: 'text' | 'spreadsheet' | 'presentation'): readonly ArchiveEntry[] {
  return [
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${of}`, stored: true },
    { name: 'content.xml', content: '<office:document-content>Émargements</office:document-content>' },
  ];
}

export const docx = archive(openXmlParts(mainParts.docx));

/** A PDF of one object that says nothing, with what a test adds to it. */
export function pdf(added = ''): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${added} >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
    ),
  );
}

/** The head of an MP4, of the brand that screen recorders write. */
export const mp4 = Uint8Array.from(
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom\0\0\u0002\0isomavc1'), Buffer.alloc(64)]),
);

/** The head of a WebM, as `MediaRecorder` writes it; or of another EBML document, which is none. */
export function ebml(documentType: string): Uint8Array<ArrayBuffer> {
  const type = Buffer.from(documentType);
  const named = Buffer.concat([Buffer.from([0x42, 0x82, 0x80 | type.byteLength]), type]);
  return Uint8Array.from(
    Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 | named.byteLength]), named, Buffer.alloc(64)]),
  );
}
