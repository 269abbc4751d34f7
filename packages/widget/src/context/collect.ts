import type { ContextKey } from '@teo-support/core';

export interface CollectedItem {
  readonly key: ContextKey;
  readonly value: string;
}

const mostRequests = 5;

/** Where the person is and with what, in plain words. Addresses lose their queries: those may hold personal data. */
export function collectContext(hostVersion: string, recentErrors: readonly string[]): CollectedItem[] {
  const items: CollectedItem[] = [
    { key: 'page', value: location.origin + location.pathname },
    { key: 'title', value: document.title },
    { key: 'browser', value: navigator.userAgent },
    { key: 'viewport', value: `${innerWidth} × ${innerHeight} px` },
    { key: 'host_version', value: hostVersion },
    { key: 'console_errors', value: recentErrors.join('\n') },
    { key: 'failed_requests', value: failedRequests().join('\n') },
  ];
  return items.filter((item) => item.value !== '');
}

function failedRequests(): string[] {
  return performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming)
    .filter((entry) => entry.responseStatus >= 400)
    .slice(-mostRequests)
    .map((entry) => `${entry.responseStatus} ${new URL(entry.name).pathname}`);
}
