import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of an archive that a test makes, honest unless it says otherwise. */
export interface ArchiveEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Packed, or kept as it is. Default: packed. */
  readonly stored?: boolean;
  /** What the directory says of its unpacked size, in place of the truth. */
  readonly claimedBytes?: number;
  /** Bits of the flags, such as 1 for an encrypted entry. */
  readonly flags?: number;
  /** Shares the bytes of the entry before it. */
  readonly overlapping?: boolean;
}

/** An archive as ZIP (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16), down to its lies. */
export function archive(entries: readonly ArchiveEntry[], comment = ''): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let before = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const packed = entry.stored ? content : deflateRawSync(content);
    const name = Buffer.from(entry.name);
    const start = entry.overlapping ? before : offset;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE((entry.flags ?? 0) | 0x800, 2);
    common.writeUInt16LE(entry.stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.byteLength, 14);
    common.writeUInt32LE(entry.claimedBytes ?? content.byteLength, 18);
    common.writeUInt16LE(name.byteLength, 22);
    if (!entry.overlapping) {
      parts.push(Buffer.from('PK\u0003\u0004'), common, name, packed);
      offset += 30 + name.byteLength + packed.byteLength;
    }
    const listed = Buffer.alloc(14);
    listed.writeUInt32LE(start, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), common, listed, name);
    before = start;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listing.byteLength, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(Buffer.byteLength(comment), 16);
  return Uint8Array.from(
    Buffer.concat([...parts, listing, Buffer.from('PK\u0005\u0006'), end, Buffer.from(comment)]),
  );
}
