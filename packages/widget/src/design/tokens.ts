import { unsafeCSS } from 'lit';
import { launcherTokens } from './launcher-tokens.js';
import { tokensText } from './tokens-text.js';

/** The tokens for components made with Lit. */
export const tokens = unsafeCSS(tokensText + launcherTokens);
