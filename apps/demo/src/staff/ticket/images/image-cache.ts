import type { SupportClient } from '@teo-support/sdk';

/** The pictures of one ticket as addresses that an `<img>` can show; they are fetched with the session, once each. */
export class ImageCache {
  readonly #urls = new Map<string, Promise<string>>();
  #ended = false;

  urlOf(fileId: string, client: SupportClient): Promise<string> {
    const known = this.#urls.get(fileId);
    if (known !== undefined) return known;
    const made = client.files.download(fileId).then((blob) => {
      const url = URL.createObjectURL(blob);
      if (this.#ended) URL.revokeObjectURL(url);
      return url;
    });
    this.#urls.set(fileId, made);
    // A picture that could not be had is asked for again the next time.
    made.catch(() => this.#urls.delete(fileId));
    return made;
  }

  /** Gives the memory back. */
  end(): void {
    this.#ended = true;
    for (const made of this.#urls.values()) made.then(URL.revokeObjectURL, () => {});
    this.#urls.clear();
  }
}
