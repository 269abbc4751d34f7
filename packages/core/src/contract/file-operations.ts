import { fileViewSchema } from './answers.js';
import {
  fileAddressesSchema,
  fileLimitsSchema,
  openAddressQuerySchema,
  uploadRequestSchema,
  uploadViewSchema,
} from './files.js';
import type { Operation } from './operation.js';

/** Why a file is not taken. */
const notAccepted = [
  'file-not-accepted',
  'file-unreadable',
  'file-too-dense',
  'file-with-macros',
  'picture-too-large',
  'picture-unreadable',
  'too-large',
] as const;
const keyed = ['idempotency-key-invalid', 'idempotency-key-reused'] as const;
const ofContent = ['not-found', 'file-held', 'file-infected', 'files-unavailable'] as const;
const onFile = ['not-signed-in', ...ofContent] as const;
const onUpload = ['not-signed-in', 'not-found', 'busy-try-again'] as const;

/** The largest part of an upload that one request may bring, in bytes: as much as is in memory at a time. */
export const mostPartBytes = 4 * 1024 * 1024;

/** Files: sent at once or in parts, and had back. */
export const fileOperations = {
  getFileLimits: {
    method: 'GET',
    path: '/v1/file-limits',
    tag: 'files',
    audience: 'signed_in',
    group: 'files:write',
    summary: 'The kinds of files that can be sent, and how large each may be',
    response: { status: 200, schema: fileLimitsSchema },
    problems: ['not-signed-in'],
  },
  uploadFile: {
    method: 'POST',
    path: '/v1/files',
    tag: 'files',
    audience: 'signed_in',
    group: 'files:write',
    summary:
      'Upload a file at once, to be named in a ticket or message afterwards; its name goes in X-File-Name',
    binaryBody: 'file',
    mostBytes: 10 * 1024 * 1024,
    response: { status: 201, schema: fileViewSchema },
    idempotent: 'honoured',
    problems: [
      'not-signed-in',
      ...keyed,
      'invalid-request',
      ...notAccepted,
      'upload-quota',
      'busy-try-again',
      'files-unavailable',
    ],
  },
  startUpload: {
    method: 'POST',
    path: '/v1/uploads',
    tag: 'files',
    audience: 'signed_in',
    group: 'files:write',
    summary: 'Begin to upload a file in parts, which can be gone on with after a cut',
    body: uploadRequestSchema,
    response: { status: 201, schema: uploadViewSchema },
    idempotent: 'honoured',
    problems: ['not-signed-in', ...keyed, 'invalid-request', 'too-large', 'upload-quota', 'busy-try-again'],
  },
  getUpload: {
    method: 'GET',
    path: '/v1/uploads/{uploadId}',
    tag: 'files',
    audience: 'signed_in',
    group: 'files:write',
    summary: 'How much of an upload has arrived; HEAD tells it in Upload-Offset and Upload-Length alone',
    response: { status: 200, schema: uploadViewSchema },
    problems: ['not-signed-in', 'not-found'],
  },
  sendUploadPart: {
    method: 'PATCH',
    path: '/v1/uploads/{uploadId}',
    tag: 'files',
    audience: 'signed_in',
    group: 'files:write',
    summary:
      'The next part of an upload; Upload-Offset says where it begins, and in the answer where the one after it does',
    binaryBody: 'part',
    mostBytes: mostPartBytes,
    response: { status: 204 },
    problems: [
      ...onUpload,
      'invalid-request',
      'upload-offset-differs',
      'upload-altered',
      'files-unavailable',
    ],
  },
  completeUpload: {
    method: 'POST',
    path: '/v1/uploads/{uploadId}/completion',
    tag: 'files',
    audience: 'signed_in',
    group: 'files:write',
    summary: 'Make a file of what has arrived; repeated, it gives the same file',
    response: { status: 201, schema: fileViewSchema },
    problems: [...onUpload, 'upload-incomplete', 'upload-altered', ...notAccepted, 'files-unavailable'],
  },
  cancelUpload: {
    method: 'DELETE',
    path: '/v1/uploads/{uploadId}',
    tag: 'files',
    audience: 'signed_in',
    group: 'files:write',
    summary: 'Give an upload up; what has arrived of it is thrown away',
    response: { status: 204 },
    problems: onUpload,
  },
  discardFile: {
    method: 'DELETE',
    path: '/v1/files/{fileId}',
    tag: 'files',
    audience: 'signed_in',
    group: 'files:write',
    summary: 'Take back a file that one has uploaded and that no ticket names; its content goes',
    response: { status: 204 },
    problems: ['not-signed-in', 'not-found', 'busy-try-again'],
  },
  downloadFile: {
    method: 'GET',
    path: '/v1/files/{fileId}',
    tag: 'files',
    audience: 'signed_in',
    group: 'files:read',
    summary: 'The content of a file of a ticket that the caller may see',
    response: {
      status: 200,
      mediaType: '*/*',
      description: 'The bytes of the file: a picture as what it is, all else as bytes to be saved',
    },
    ranged: true,
    problems: onFile,
  },
  downloadThumbnail: {
    method: 'GET',
    path: '/v1/files/{fileId}/thumbnail',
    tag: 'files',
    audience: 'signed_in',
    group: 'files:read',
    summary: 'A picture in small, 480 by 360 pixels at the most',
    response: { status: 200, mediaType: 'image/*', description: 'The bytes of the small picture' },
    ranged: true,
    problems: onFile,
  },
  getFileAddresses: {
    method: 'GET',
    path: '/v1/files/{fileId}/addresses',
    tag: 'files',
    audience: 'signed_in',
    group: 'files:read',
    summary:
      'Signed addresses of a file, good for some minutes: what a link, an image or a video shows it by',
    response: { status: 200, schema: fileAddressesSchema },
    problems: ['not-signed-in', 'not-found', 'busy-try-again'],
  },
  openFileAddress: {
    method: 'GET',
    path: '/v1/file-contents',
    tag: 'files',
    audience: 'anyone',
    summary: 'The content of a file by a signed address, for whoever was given it',
    query: openAddressQuerySchema,
    response: {
      status: 200,
      mediaType: '*/*',
      description: 'The bytes of the file: a picture as what it is, all else as bytes to be saved',
    },
    ranged: true,
    problems: [...ofContent, 'invalid-request', 'address-expired'],
  },
} as const satisfies Record<string, Operation>;
