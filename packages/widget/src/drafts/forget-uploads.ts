import { allMarkedUploads } from './upload-marks.js';

/** Forgets the contents of files that nothing names any more, of a former person or of drafts that are gone. */
export async function forgetUnmarkedUploads(): Promise<void> {
  // Not every browser tells; where one does not, they are looked for.
  const known = await indexedDB.databases?.();
  if (known?.every(({ name }) => name !== 'teo-support')) return;
  const { forgetAllBut } = await import('./kept-uploads.js');
  await forgetAllBut(allMarkedUploads());
}
