import { withStorage } from './browser-storage.js';
import { longestMs, prefix } from './kept.js';

/** Takes out of the browser what nobody has come back to for two months, whoever reads it otherwise. */
export function forgetOld(now: number): void {
  withStorage((storage) => {
    for (const key of Object.keys(storage)) {
      if (!key.startsWith(prefix)) continue;
      const savedAt = savedAtOf(storage.getItem(key));
      if (savedAt !== null && now - savedAt >= longestMs) storage.removeItem(key);
    }
  });
}

/** When something was kept, in milliseconds; `null` for what says no time. */
function savedAtOf(text: string | null): number | null {
  try {
    const kept: unknown = JSON.parse(text ?? '');
    if (typeof kept !== 'object' || kept === null || !('savedAt' in kept)) return null;
    return typeof kept.savedAt === 'number' ? kept.savedAt : null;
  } catch {
    // Not one of those that have a time.
    return null;
  }
}
