export { controls } from './controls.js';
export { tokens } from './tokens.js';
