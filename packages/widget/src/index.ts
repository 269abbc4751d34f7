export type { Command, Commands } from './launcher/commands.js';
export type { HostContext } from './launcher/settings.js';
export { type FiledDetail, TeoSupport } from './launcher/teo-support.js';
