import { z } from 'zod';
import { fileKinds } from '../files/file-types.js';
import { fileViewSchema } from './answers.js';

/** What can be sent, and how large it may be. */
export const fileLimitsSchema = z
  .object({
    kinds: z.array(
      z.object({
        kind: z.enum(fileKinds),
        mostBytes: z.number().int().nonnegative().describe('0 where files of this kind are not taken'),
        mediaTypes: z.array(z.string()),
        endings: z.array(z.string()).describe('How names of such files end, without the dot'),
      }),
    ),
    mostPartBytes: z
      .number()
      .int()
      .positive()
      .describe('The largest part of an upload that one request may bring'),
    mostFiles: z.number().int().positive().describe('Files that one message may name'),
  })
  .meta({ id: 'FileLimits' });

export const uploadRequestSchema = z
  .strictObject({
    name: z.string().max(1000).describe('What people will see'),
    bytes: z.number().int().positive(),
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable()
      .default(null)
      .describe('SHA-256 of the whole, in hexadecimal: what arrives is held to it'),
  })
  .meta({ id: 'StartUpload' });

export const uploadViewSchema = z
  .object({
    id: z.string(),
    bytes: z.number().int().positive(),
    received: z
      .number()
      .int()
      .nonnegative()
      .describe('How many bytes have arrived: where the next part begins'),
    mostPartBytes: z.number().int().positive(),
    file: fileViewSchema.nullable().describe('The file, once the upload is complete'),
  })
  .meta({ id: 'Upload' });

/** Where a file can be had for a while without signing in, or why it cannot. */
export const fileAddressesSchema = z
  .discriminatedUnion('state', [
    z.object({
      state: z.literal('available'),
      content: z.string().describe('Path of the whole file, with what signs it'),
      thumbnail: z
        .string()
        .nullable()
        .describe('The same of the picture in small; null where it is no picture'),
      expiresAt: z.iso.datetime().describe('Until when both can be opened; ask anew then'),
    }),
    z.object({ state: z.literal('held').describe('It is still to be looked through for viruses') }),
    z.object({ state: z.literal('infected').describe('It was found infected: nobody is given it') }),
  ])
  .meta({ id: 'FileAddresses' });

export const openAddressQuerySchema = z.object({
  address: z.string().max(400).describe('As `getFileAddresses` gives it'),
});

export type FileAddresses = z.infer<typeof fileAddressesSchema>;
export type FileLimits = z.infer<typeof fileLimitsSchema>;
export type UploadRequest = z.input<typeof uploadRequestSchema>;
export type UploadView = z.infer<typeof uploadViewSchema>;
