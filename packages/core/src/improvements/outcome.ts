import type { ImprovementEvent } from './events.js';
import type { ImprovementRejection } from './rejection.js';

/** What a command on a request comes to. */
export type ImprovementOutcome =
  | {
      readonly ok: true;
      /** None: what was asked for stands already. */
      readonly events: readonly ImprovementEvent[];
      /** What happens by that to the other request of a merge. */
      readonly onOther: readonly ImprovementEvent[];
    }
  | { readonly ok: false; readonly rejection: ImprovementRejection };
