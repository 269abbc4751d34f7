import type { Credentials } from '../s3/signature.js';

/** The one user of these tests, as `tempauth` names it. */
export const swiftCredentials: Credentials = {
  accessKeyId: 'test:tester',
  secretAccessKey: 'only-tests-know-it',
  region: 'fr-par',
};

/** The servers that keep what the proxy is given, each behind a ring of its own. */
export const storageServers = ['account', 'container', 'object'] as const;
export type StorageServer = (typeof storageServers)[number];

interface Place {
  /** Where the settings and rings are, and what is kept. */
  readonly folder: string;
  readonly user: string;
}

/** How the whole cluster tells places of objects; all of its servers read it. */
export const clusterSettings = `[swift-hash]
swift_hash_path_suffix = teo
swift_hash_path_prefix = support
[storage-policy:0]
name = one
default = yes
`;

/** One process each, which nothing but this test may use: neither a daemon nor a mount of its own. */
function common({ folder, user }: Place, port: number): string {
  return `bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${user}
swift_dir = ${folder}
devices = ${folder}/devices
mount_check = false
fallocate_reserve = 0
log_name = teo-support-test
log_address = ${folder}/log`;
}

export function storageSettings(place: Place, kind: StorageServer, port: number): string {
  return `[DEFAULT]
${common(place, port)}
[pipeline:main]
pipeline = ${kind}-server
[app:${kind}-server]
use = egg:swift#${kind}
`;
}

/** What S3 is spoken with: `s3api` before `tempauth`, which checks each signature and insists on a memory server. */
export function proxySettings(place: Place, port: number, memoryPort: number): string {
  const { accessKeyId, secretAccessKey, region } = swiftCredentials;
  const [account, user] = accessKeyId.split(':');
  return `[DEFAULT]
${common(place, port)}
[pipeline:main]
pipeline = cache s3api tempauth proxy-server
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:${memoryPort}
[filter:s3api]
use = egg:swift#s3api
location = ${region}
[filter:tempauth]
use = egg:swift#tempauth
user_${account}_${user} = ${secretAccessKey} .admin
[app:proxy-server]
use = egg:swift#proxy
allow_account_management = true
account_autocreate = true
`;
}
