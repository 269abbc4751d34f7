/** What browsers with captures of tabs know beyond the common: TypeScript's own declarations have none of it yet. */
export interface TabCapture extends MediaDevices {
  setCaptureHandleConfig(config: { handle: string; permittedOrigins: readonly string[] }): void;
}

/** A document that knows what its page was forbidden by `Permissions-Policy`. */
interface PolicedDocument extends Document {
  readonly featurePolicy?: { allowsFeature(name: string): boolean };
}

/**
 * The way to a picture of this tab, and of nothing else, or `null` where there is none. Firefox and Safari give a window
 * or a screen and do not say which: nobody could tell what in it is private. In a frame the picture would show more than the frame
 * knows of; and a page may have been forbidden to ask.
 */
export function tabCapture(view: Window): TabCapture | null {
  const { navigator, document } = view;
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  const page: PolicedDocument = document;
  const known = (one: MediaDevices): one is TabCapture => 'setCaptureHandleConfig' in one;
  const allowed = view === view.top && page.featurePolicy?.allowsFeature('display-capture') !== false;
  return allowed && devices !== undefined && known(devices) ? devices : null;
}
