import type { RegisterRejection } from '../../entitlements/register-decision.js';
import type { ArticleRejection } from '../../faq/article/rejection.js';
import type { ImprovementRejection } from '../../improvements/rejection.js';
import type { Rejection } from '../../tickets/rejection.js';

/** Whatever a rule may refuse. */
export type AnyRejection = Rejection | RegisterRejection | ArticleRejection | ImprovementRejection;

/**
 * Why a command was refused, by code. Apart from the catalogues, so that a page which shows only what is possible
 * (the widget) does not load them. `{status}` is filled in.
 */
export type RejectionMessages = Readonly<Record<AnyRejection['code'], string>>;
