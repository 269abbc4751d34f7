export const keptFilesDatabase = 'teo-support';

/** The names of the files that the browser keeps because they are on their way, whoever's they are. */
export function keptFiles(): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(keptFilesDatabase);
    opening.onupgradeneeded = () => opening.result.createObjectStore('uploads');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('uploads').objectStore('uploads').getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result.map(({ name }: File) => name).sort());
      };
    };
  });
}

/** Lets the browser forget every one of them. */
export function forgetKeptFiles(): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(keptFilesDatabase);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });
}
