import type { ScreenshotWords } from './words.js';

/** The words of screenshots and of what is drawn on them. */
export const enScreenshots: ScreenshotWords = {
  title: 'Annotate the picture',
  tools: 'Tools',
  crop: 'Crop',
  arrow: 'Arrow',
  box: 'Box',
  text: 'Text',
  mask: 'Mask',
  shape: { arrow: 'Arrow', box: 'Box', text: 'Text', mask: 'Mask', crop: 'Kept part' },
  described: (shape, width, height, x, y) => `${shape}, ${width} × ${height}, at ${x} × ${y}`,
  undo: 'Undo',
  redo: 'Redo',
  larger: 'Zoom in',
  smaller: 'Zoom out',
  picture: (width, height, count) =>
    `Picture of ${width} × ${height} pixels, ${count > 1 ? `${count} annotations` : count === 1 ? '1 annotation' : 'no annotation'}`,
  start: 'Choose a tool, then draw on the picture. By keyboard, the tool places a shape in the middle.',
  draw: 'Draw on the picture, or tap the place.',
  cropHint: 'Draw the part to keep, or pull its corners. Arrows: move; Shift + arrows: resize; Enter: done.',
  keys: 'Arrows: move; Shift + arrows: resize; Delete: remove.',
  chosen: 'Without dragging: tap a corner, then the place for it.',
  held: 'Tap the place for this corner.',
  maskHint: 'What is masked is erased from the picture before it is sent.',
  words: 'Your text',
  remove: 'Remove',
  removed: (shape) => `${shape}: removed`,
  undone: 'Undone',
  redone: 'Redone',
  masked: (count) =>
    count > 1 ? `${count} areas of personal data were masked.` : 'One area of personal data was masked.',
  keep: 'Attach the picture',
  keeping: 'Preparing…',
  leave: 'Leave',
  leaveQuestion: 'Leave this picture? Your annotations will be lost.',
  stay: 'Go on',
  failed:
    'The picture could not be prepared, most likely for want of memory. Close other tabs, or attach it as it is.',
  unreadable: 'This picture cannot be opened here. It stays attached as it is.',
  name: (time) => `screenshot-${time}`,
  absent:
    'This browser cannot take a picture of this tab. Take a screenshot with your device (Print Screen, or Shift + Cmd + 4), then paste, drop or choose it here.',
  refused: 'No screenshot was taken. You can try again, or paste, drop or choose a picture.',
  elsewhere:
    'Only this tab can be taken: elsewhere, personal data would not be masked. Try again and choose it, or paste, drop or choose a picture.',
  unclear:
    'The screenshot did not show the page as it is and was not kept. Try again, or paste, drop or choose a picture.',
};
