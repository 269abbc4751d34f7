export { type FiledDetail, TeoSupport } from './launcher/teo-support.js';
