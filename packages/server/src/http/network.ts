import { isIPv6 } from 'node:net';

/**
 * What counts as one client: an IPv4 address, or the network of an IPv6 address, as whoever has one address of a /64
 * has all of them.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const filled =
    tail === undefined ? before : [...before, ...zeros(8 - before.length - after.length), ...after];
  return `${filled.slice(0, 4).map(plain).join(':')}::/64`;
}

function zeros(count: number): string[] {
  return Array.from({ length: Math.max(0, count) }, () => '0');
}

function plain(group: string): string {
  return Number.parseInt(group, 16).toString(16);
}
