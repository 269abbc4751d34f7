import { describe, expect, test } from 'vitest';
import { type ArchiveEntry, archive } from '../../testing/files/archive.js';
import {
  docx,
  ebml,
  mainParts,
  mp4,
  openDocumentParts,
  openXmlParts,
  pdf,
} from '../../testing/files/documents.js';
import { onePixelPng } from '../../testing/requests.js';
import { contentInMemory } from './content.js';
import { typeOf } from './type-of.js';
import { zipLimits } from './zip.js';

const tell = (content: string | Uint8Array, name = 'fichier') =>
  typeOf(contentInMemory(typeof content === 'string' ? Buffer.from(content) : content), name);
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const refusal = (code: string) => expect.objectContaining({ name: 'ProblemError', code });

const openXml = 'application/vnd.openxmlformats-officedocument';

describe('a file is what its content is', () => {
  test.each([
    ['a picture', onePixelPng, 'image/png'],
    ['a Word document', docx, `${openXml}.wordprocessingml.document`],
    ['an Excel sheet', archive(openXmlParts(mainParts.xlsx)), `${openXml}.spreadsheetml.sheet`],
    ['slides', archive(openXmlParts(mainParts.pptx)), `${openXml}.presentationml.presentation`],
    ['an OpenDocument text', archive(openDocumentParts('text')), 'application/vnd.oasis.opendocument.text'],
    [
      'an OpenDocument sheet',
      archive(openDocumentParts('spreadsheet')),
      'application/vnd.oasis.opendocument.spreadsheet',
    ],
    [
      'OpenDocument slides',
      archive(openDocumentParts('presentation')),
      'application/vnd.oasis.opendocument.presentation',
    ],
    ['a PDF', pdf(), 'application/pdf'],
    ['an MP4', mp4, 'video/mp4'],
    ['a WebM', ebml('webm'), 'video/webm'],
    ['text in UTF-8', 'Émargé à 9 h\n', 'text/plain'],
    ['text in ISO 8859-1', latin1('Émargé à 9 h\r\n'), 'text/plain'],
  ])('%s', async (_what, content, mediaType) => {
    expect(await tell(content, 'facture.html')).toBe(mediaType);
  });

  test('and of text a name tells whether it is a table', async () => {
    expect(await tell('nom;heures\nClaire;7', 'heures.CSV')).toBe('text/csv');
    expect(await tell(latin1('présence;été\n'), 'heures.csv')).toBe('text/csv');
  });

  test('a character that lies across two pieces is whole', async () => {
    const whole = Buffer.from('aé€');
    const pieces = [...whole].map((byte) => Uint8Array.of(byte));
    const content = {
      ...contentInMemory(whole),
      async *pieces() {
        yield* pieces;
      },
    };
    expect(await typeOf(content, 'x.txt')).toBe('text/plain');
  });
});

describe('what is none of them is refused:', () => {
  test.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['an SVG behind a declaration', '\uFEFF <?xml version="1.0"?><svg onload="alert(1)"/>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['HTML in capitals behind blank lines', '\n\n\t<SCRIPT>alert(1)</SCRIPT>'],
    ['a comment before HTML', '<!-- x --><html>'],
    ['a program', 'MZ\u0090\u0000\u0003'],
    ['nothing', ''],
    ['text with a zero in it', 'texte\u0000texte'],
    ['text with an escape sequence for a terminal', 'texte\u001b[2J'],
    ['what is text in no alphabet that we know', Uint8Array.of(0x41, 0x81, 0x8d)],
    ['Matroska that is no WebM', ebml('matroska')],
    ['an archive of something else', archive([{ name: 'a.txt', content: 'a' }])],
    [
      'a slide show that starts by itself',
      archive(openXmlParts(mainParts.pptx.replace('presentation.main', 'slideshow.main'))),
    ],
  ])('%s', async (_what, content) => {
    await expect(tell(content, 'capture.png')).rejects.toEqual(refusal('file-not-accepted'));
  });
});

describe('a document that runs is refused:', () => {
  const word = openXmlParts(mainParts.docx);
  test.each<[string, readonly ArchiveEntry[]]>([
    ['macros of Word', [...word, { name: 'word/vbaProject.bin', content: 'x' }]],
    ['macros under another name', openXmlParts('application/vnd.ms-word.document.macroEnabled.main+xml')],
    [
      'macros of Excel 4',
      [...openXmlParts(mainParts.xlsx), { name: 'xl/macrosheets/sheet1.xml', content: 'x' }],
    ],
    ['a control', [...word, { name: 'word/activeX/activeX1.xml', content: 'x' }]],
    ['a packaged program', [...word, { name: 'word/embeddings/oleObject1.bin', content: 'x' }]],
    [
      'a template from elsewhere',
      [
        ...word,
        {
          name: 'word/_rels/settings.xml.rels',
          content:
            '<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/>',
        },
      ],
    ],
    [
      'Basic in an OpenDocument',
      [...openDocumentParts('text'), { name: 'Basic/Standard/Module1.xml', content: 'x' }],
    ],
    [
      'a script in an OpenDocument',
      [...openDocumentParts('text'), { name: 'Scripts/python/x.py', content: 'x' }],
    ],
  ])('%s', async (_what, entries) => {
    await expect(tell(archive(entries))).rejects.toEqual(refusal('file-with-macros'));
  });

  test('a sheet within slides, as charts have it, is not', async () => {
    const chart = {
      name: 'ppt/embeddings/Microsoft_Excel_Sheet1.xlsx',
      content: archive(openXmlParts(mainParts.xlsx)),
    };
    expect(await tell(archive([...openXmlParts(mainParts.pptx), chart]))).toContain('presentation');
  });
});

describe('a bomb is refused before any of it is unpacked:', () => {
  const word = openXmlParts(mainParts.docx);
  const zeros = Buffer.alloc(60 * 1024 * 1024);
  test.each<[string, Uint8Array]>([
    [
      'one that unpacks to many times its size',
      archive([...word, { name: 'word/media/a.bmp', content: zeros }]),
    ],
    [
      'one that says so only of all parts together',
      archive([
        ...word,
        ...Array.from({ length: 10 }, (_, at) => ({
          name: `word/media/${at}.bin`,
          content: 'x',
          stored: false,
          claimedBytes: 50 * 1024 * 1024,
        })),
      ]),
    ],
    [
      'one whose entries are the same bytes',
      archive([
        ...word,
        { name: 'word/media/0.bin', content: 'a'.repeat(10_000) },
        ...Array.from({ length: 20 }, (_, at) => ({
          name: `word/media/${at + 1}.bin`,
          content: 'a'.repeat(10_000),
          overlapping: true,
        })),
      ]),
    ],
    [
      'one of too many parts',
      archive([
        ...word,
        ...Array.from({ length: zipLimits.entries }, (_, at) => ({
          name: `p/${at}`,
          content: '',
          stored: true,
        })),
      ]),
    ],
    [
      'one whose description is the bomb',
      archive([{ name: '[Content_Types].xml', content: Buffer.alloc(2 * 1024 * 1024, ' ') }]),
    ],
    ['a PDF that is packed several times over', pdf('/Filter [/FlateDecode /FlateDecode /FlateDecode]')],
    ['a PDF of half a million objects', pdf('9 0 obj '.repeat(500_001))],
  ])('%s', async (_what, content) => {
    await expect(tell(content)).rejects.toEqual(refusal('file-too-dense'));
  });

  test('one that lies about its size is unpacked no further than it says', async () => {
    const [described] = openXmlParts(mainParts.docx);
    if (described === undefined) throw new Error('A document has parts.');
    const lying = archive([
      { ...described, content: Buffer.alloc(50 * 1024 * 1024, ' '), claimedBytes: 100 },
    ]);
    await expect(tell(lying)).rejects.toEqual(refusal('file-unreadable'));
  });
});

describe('a document that is damaged, locked or two things at once is refused:', () => {
  const word = openXmlParts(mainParts.docx);
  test.each<[string, Uint8Array]>([
    ['an archive that was cut', docx.subarray(0, docx.byteLength - 30)],
    ['an archive with HTML behind it', Buffer.concat([docx, Buffer.from('<script>alert(1)</script>')])],
    ['an archive with a comment', archive(word, '<script>alert(1)</script>')],
    ['an archive with a password', archive([...word, { name: 'x', content: 'x', flags: 1 }])],
    ['an archive with two parts of one name', archive([...word, { name: 'MAIN.xml', content: 'x' }])],
    ['an archive with a name that leads out of it', archive([...word, { name: '../../x', content: 'x' }])],
    ['a PDF that was cut', pdf().subarray(0, 40)],
  ])('%s', async (_what, content) => {
    await expect(tell(content)).rejects.toEqual(refusal('file-unreadable'));
  });

  test.each([
    ['HTML and then a PDF', Buffer.concat([Buffer.from('<script>alert(1)</script>'), pdf()])],
    ['an archive with a program before it', Buffer.concat([Buffer.from('MZ\u0000\u0000'), docx])],
  ])('%s', async (_what, content) => {
    await expect(tell(content)).rejects.toEqual(refusal('file-not-accepted'));
  });
});

test('what official forms and electronic invoices have in them is no reason to refuse a PDF', async () => {
  expect(await tell(pdf('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'))).toBe('application/pdf');
  expect(await tell(pdf('/Names << /EmbeddedFiles << /Names [(factur-x.xml) 2 0 R] >> >>'))).toBe(
    'application/pdf',
  );
});
