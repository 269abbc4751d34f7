import { cover } from '../editor/paint.js';
import { blank } from '../editor/picture-file.js';
import { inPicture, privateAreas } from './private-areas.js';
import { tabCapture } from './tab-capture.js';

/** A picture of the tab, or why there is none. */
export type TabPicture =
  | { readonly kind: 'taken'; readonly picture: ImageBitmap; readonly masked: number }
  /** This browser, this page or this device has no way to it. */
  | { readonly kind: 'absent' }
  /** The person did not agree. */
  | { readonly kind: 'refused' }
  /** Something else than this tab was chosen: nobody could tell what in it is private. */
  | { readonly kind: 'elsewhere' }
  /** It did not show the page as it is. */
  | { readonly kind: 'unclear' };

/** Not in TypeScript's own declarations yet. */
interface CapturedTrack extends MediaStreamTrack {
  getCaptureHandle(): { readonly handle: string } | null;
}
const ofThisTab = {
  video: { displaySurface: 'browser' },
  audio: false,
  preferCurrentTab: true,
  selfBrowserSurface: 'include',
  surfaceSwitching: 'exclude',
  monitorTypeSurfaces: 'exclude',
};

/** The page may be laid out anew when the browser says above it that it is being shared. */
const quietMs = 200;
const mostMs = 2000;

/**
 * Asks the person and takes one picture of this tab. What the page marks as private is masked in it before anybody sees
 * it; if that is not certain, there is no picture.
 * @param widget what is not to be in the picture
 */
export async function pictureOfTab(widget: HTMLElement): Promise<TabPicture> {
  const devices = tabCapture(window);
  if (devices === null) return { kind: 'absent' };
  const handle = crypto.randomUUID();
  devices.setCaptureHandleConfig({ handle, permittedOrigins: [location.origin] });
  // Hidden before anybody is asked, so that no picture can have it, and the person sees what will be taken.
  widget.hidden = true;
  let stream: MediaStream | null = null;
  try {
    stream = await devices.getDisplayMedia(ofThisTab);
    const [track] = stream.getVideoTracks();
    if (track === undefined || !isOurs(track, handle)) return { kind: 'elsewhere' };
    return await still(stream);
  } catch (error) {
    // The last of them: the press was too long ago, as when the code was long on its way.
    const refusals = ['NotAllowedError', 'AbortError', 'InvalidStateError'];
    const refused = error instanceof DOMException && refusals.includes(error.name);
    return { kind: refused ? 'refused' : 'absent' };
  } finally {
    for (const track of stream?.getTracks() ?? []) track.stop();
    widget.hidden = false;
  }
}

function isOurs(track: MediaStreamTrack, handle: string): boolean {
  const known = (one: MediaStreamTrack): one is CapturedTrack => 'getCaptureHandle' in one;
  return known(track) && track.getCaptureHandle()?.handle === handle;
}

/** One picture of the stream, when the page has come to rest. */
async function still(stream: MediaStream): Promise<TabPicture> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  try {
    const since = performance.now();
    let next = frame(video);
    await video.play();
    await next;
    // A page that never rests is taken as it is.
    let before: Areas;
    do {
      before = privateAreas(document);
      next = frame(video);
    } while ((await within(next, quietMs)) && performance.now() - since < mostMs);
    return await masked(video, video.videoWidth, video.videoHeight, before);
  } finally {
    video.srcObject = null;
  }
}

type Areas = ReturnType<typeof privateAreas>;

/**
 * The same picture with what is private masked: what the page says of it counts from before the moment until after it.
 * @param before what it said before the picture was taken
 */
export async function masked(
  source: CanvasImageSource,
  width: number,
  height: number,
  before: Areas,
): Promise<TabPicture> {
  // Anything but the window in its own shape would put the masks in the wrong places.
  if (Math.abs((width / height) * (innerHeight / innerWidth) - 1) > 0.02) return { kind: 'unclear' };
  const { element, context } = blank(width, height);
  try {
    context.drawImage(source, 0, 0, width, height);
    const areas = inPicture([...before, ...privateAreas(document)].flat(), { width, height });
    for (const area of areas) cover(context, area);
    return { kind: 'taken', picture: await createImageBitmap(element), masked: before.length };
  } finally {
    element.width = 0;
  }
}

function frame(video: HTMLVideoElement): Promise<true> {
  return new Promise((resolve) => {
    video.requestVideoFrameCallback(() => resolve(true));
  });
}

function within(promise: Promise<true>, ms: number): Promise<boolean> {
  return Promise.race([promise, new Promise<false>((resolve) => setTimeout(() => resolve(false), ms))]);
}
