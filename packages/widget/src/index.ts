export type { Command, Commands } from './launcher/commands.js';
export type { FiledDetail, HostContext } from './launcher/settings.js';
export { TeoSupport } from './launcher/teo-support.js';
