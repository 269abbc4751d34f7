import type { Half, SheetView } from '../attendance/sheet.js';
import type { DirectoryView, ImportResult } from '../directory/directory.js';
import type { Proposal, UnplacedSession } from '../planning/propose.js';
import type { HostSessionView } from '../session.js';

/** The host's back end said no. `code` is what téo shows to people, such as `ERR-EMARG-500`. */
export class HostError extends Error {
  readonly code: string;

  constructor(status: number, code: string, path: string) {
    super(`${path} answered ${status} (${code})`);
    this.code = code;
  }
}

type Imported = { readonly shared: string } | { readonly text: string };

/** The host product's own back end, as its page calls it. It has nothing to do with the ticket system. */
export const hostApi = {
  session: () => call<HostSessionView>('GET', '/host/session'),
  switchTo: (sub: string) => call<HostSessionView>('POST', '/host/switch', { sub }),
  token: () => call<{ readonly token: string }>('POST', '/host/token'),

  sheet: () => call<SheetView>('GET', '/host/attendance'),
  resetSheet: () => call<SheetView>('DELETE', '/host/attendance'),
  changeHours: (date: string, half: Half, hours: { readonly start: string; readonly end: string }) =>
    call<SheetView>('POST', `/host/attendance/${date}/${half}/hours`, hours),
  inviteAgain: (date: string, half: Half) =>
    call<{ readonly sent: number }>('POST', `/host/attendance/${date}/${half}/invitations`),

  directory: () => call<DirectoryView>('GET', '/host/directory'),
  resetDirectory: () => call<DirectoryView>('DELETE', '/host/directory'),
  importTrainees: (imported: Imported) =>
    call<DirectoryView & ImportResult>('POST', '/host/directory/imports', imported),
  archiveCreated: () => call<DirectoryView>('POST', '/host/directory/archive-created'),
  restore: (id: number) => call<DirectoryView>('POST', `/host/directory/${id}/restore`),

  unplacedSessions: () =>
    call<{ readonly sessions: readonly UnplacedSession[] }>('GET', '/host/planning/sessions'),
  propose: () => call<{ readonly placed: readonly Proposal[] }>('POST', '/host/planning/proposals'),
};

async function call<T>(method: string, path: string, json?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    ...(json === undefined
      ? {}
      : { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }),
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const code =
    typeof body === 'object' && body !== null && 'code' in body
      ? String(body.code)
      : `ERR-${response.status}`;
  throw new HostError(response.status, code, path);
}
