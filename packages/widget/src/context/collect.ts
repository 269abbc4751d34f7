import type { ContextKey } from '@teo-support/core';
import type { Settings } from '../launcher/settings.js';
import { errorText } from './error-text.js';
import { withoutSecrets } from './without-secrets.js';

export interface CollectedItem {
  /** What it is known by when it is taken out: its key, or its name where the page has added it. */
  readonly id: string;
  readonly key: ContextKey;
  /** What the page calls it; `null` where the catalogue has the word. */
  readonly name: string | null;
  readonly value: string;
}

const mostRequests = 5;
const mostFlags = 50;
const mostDetails = 10;
const longestName = 60;
const longestValue = 500;

/**
 * Where the person is and with what, in plain words. Addresses lose their queries, and errors what looks secret or
 * personal; what the page adds is taken as it is, within bounds.
 */
export function collectContext({ hostVersion, recentErrors, hostContext }: Settings): CollectedItem[] {
  const host = fromHost(hostContext);
  const items: [ContextKey, string][] = [
    ['page', withoutSecrets(location.origin + location.pathname)],
    ['title', document.title],
    ['browser', navigator.userAgent],
    ['viewport', `${innerWidth} × ${innerHeight} px`],
    ['host_version', hostVersion],
    ['feature_flags', listOf(host.featureFlags).slice(0, mostFlags).join(', ')],
    ['console_errors', recentErrors().map(errorText).join('\n')],
    ['failed_requests', withoutSecrets(failedRequests().join('\n'))],
  ];
  return [
    ...items.map(([key, value]) => ({ id: key, key, name: null, value })),
    ...Object.entries(Object(host.details))
      .slice(0, mostDetails)
      .map(([told, value]) => {
        const name = told.slice(0, longestName);
        return { id: `host_details ${name}`, key: 'host_details' as const, name, value: wordOf(value) };
      }),
  ].filter(({ value }) => value !== '');
}

/** What the page adds. A page that fails at it is told so by name, and the ticket goes on without. */
function fromHost(ask: Settings['hostContext']): { featureFlags?: unknown; details?: unknown } {
  try {
    return Object(ask());
  } catch (error) {
    reportError(new Error('teo-support: getContext failed.', { cause: error }));
    return {};
  }
}

/** Pages without types may hand over anything. */
function listOf(flags: unknown): string[] {
  return Array.isArray(flags) ? flags.map(wordOf).filter((flag) => flag !== '') : [];
}

function wordOf(value: unknown): string {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value).slice(0, longestValue) : '';
}

function failedRequests(): string[] {
  return performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming)
    .filter((entry) => entry.responseStatus >= 400)
    .slice(-mostRequests)
    .map((entry) => `${entry.responseStatus} ${new URL(entry.name).pathname}`);
}
