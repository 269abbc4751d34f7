/** A picture on its way, or one that did not get through, and why. */
export interface UploadLine {
  readonly file: File;
  readonly failure: string | null;
  /** Whether the same picture may get through another time. */
  readonly retriable: boolean;
}
