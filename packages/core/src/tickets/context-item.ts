import type { Written } from '../text/written.js';

/** What the host page can tell about the moment of filing. Shown to the requester, who can take each item out. */
export const contextKeys = [
  'page',
  'title',
  'browser',
  'viewport',
  'host_version',
  'feature_flags',
  'host_details',
  'console_errors',
  'failed_requests',
] as const;
export type ContextKey = (typeof contextKeys)[number];

export interface ContextItem {
  readonly key: ContextKey;
  readonly value: Written;
}
