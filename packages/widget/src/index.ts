export type { Command, Commands } from './launcher/commands.js';
export { type FiledDetail, TeoSupport } from './launcher/teo-support.js';
