/**
 * The browser's storage where it is open. Private windows and full disks close it: what is kept then lives as long as
 * the page, and nobody is bothered with it.
 */
export function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}
