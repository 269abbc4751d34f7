import { type FileRef, fileId, issue, type Ticket, type TicketEvent, write } from '@teo-support/core';
import { and, inArray, isNull } from 'drizzle-orm';
import { RejectionError } from '../http/index.js';
import { type ActingViewer, ownUploads } from '../identity/index.js';
import type { Reader, Transaction } from '../storage/index.js';
import { mayBeNamed } from './may-be-named.js';
import { files } from './tables.js';

/** Of some ids, the files that the viewer has uploaded and that nothing names yet. */
export async function filesOf(
  reader: Reader,
  viewer: ActingViewer,
  ids: readonly string[],
): Promise<FileRef[]> {
  if (ids.length === 0) return [];
  const rows = await reader
    .select()
    .from(files)
    .where(and(inArray(files.id, [...ids]), mayBeNamed, ownUploads(viewer, files)));
  return rows.map((row) => ({
    id: fileId(row.id),
    digest: row.digest,
    mediaType: row.mediaType,
    bytes: row.bytes,
    name: write(row.name ?? ''),
  }));
}

/** The same for a message, in the order that was asked for; refused at its place when one is not there. */
export async function requireFiles(
  reader: Reader,
  viewer: ActingViewer,
  ids: readonly string[],
  field: string,
): Promise<FileRef[]> {
  const found = await filesOf(reader, viewer, ids);
  return ids.map((id, index) => {
    const file = found.find((candidate) => candidate.id === id);
    if (file !== undefined) return file;
    const issues = [issue([field, String(index)], 'unknown_file')];
    throw new RejectionError({ code: 'fields_invalid', issues }, '');
  });
}

/** Gives the files that events name to their ticket: from now on whoever sees the ticket sees them. */
export async function claimFiles(
  tx: Transaction,
  ticket: Ticket,
  events: readonly TicketEvent[],
): Promise<void> {
  const ids = events.flatMap(filesNamedBy).map((file) => file.id);
  if (ids.length === 0) return;
  await tx
    .update(files)
    .set({ ticketId: ticket.id, organizationId: ticket.organizationId })
    .where(and(inArray(files.id, ids), isNull(files.ticketId), isNull(files.articleId)));
}

function filesNamedBy(event: TicketEvent): readonly FileRef[] {
  switch (event.type) {
    case 'ticket.filed':
      return Object.values(event.answers).flatMap((answer) => (answer.kind === 'images' ? answer.files : []));
    case 'ticket.answered':
    case 'ticket.replied':
      return event.files;
    case 'ticket.reproduction_tested':
      return event.evidence;
    default:
      return [];
  }
}
