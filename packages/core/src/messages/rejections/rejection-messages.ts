import type { RegisterRejection } from '../../entitlements/register-decision.js';
import type { RejectionCode } from '../../tickets/rejection.js';

/**
 * Why a command was refused, by code. Apart from the catalogues, so that a page which shows only what is possible
 * (the widget) does not load them. `{status}` is filled in.
 */
export type RejectionMessages = Readonly<Record<RejectionCode | RegisterRejection['code'], string>>;
