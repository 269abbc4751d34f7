declare const brand: unique symbol;

/** A string that was checked or made as the id of one kind of thing, so that two kinds cannot be mixed up. */
type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type TicketId = Id<'ticket'>;
export type OrganizationId = Id<'organization'>;
export type TeomasterId = Id<'teomaster'>;
export type StaffId = Id<'staff'>;
export type FileId = Id<'file'>;
export type ApiKeyId = Id<'api_key'>;

function idOf<Kind extends string>() {
  return (value: string) => value as Id<Kind>;
}

/** The only places where a plain string becomes an id: the edges of the system call them. */
export const ticketId = idOf<'ticket'>();
export const organizationId = idOf<'organization'>();
export const teomasterId = idOf<'teomaster'>();
export const staffId = idOf<'staff'>();
export const fileId = idOf<'file'>();
export const apiKeyId = idOf<'api_key'>();
