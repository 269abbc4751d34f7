import { TeoSupport } from './launcher/teo-support.js';

if (globalThis.customElements !== undefined && customElements.get('teo-support') === undefined) {
  customElements.define('teo-support', TeoSupport);
}
