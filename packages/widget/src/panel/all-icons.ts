import type { TemplateResult } from 'lit';
import { line, paths } from './icons.js';

const all = {
  ...paths,
  up: 'M12 19V5m-6 6 6-6 6 6',
  add: 'M12 5v14M5 12h14',
  image: 'M4 5h16v14H4zM4 16l4.5-4.5 3.5 3.5 3-3 5 5M15.5 9.5h.01',
  camera: 'M4 8h4l2-3h4l2 3h4v11H4ZM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
  pencil: 'M4 20l1-4L16 5l3 3L8 19l-4 1ZM14 7l3 3',
  document: 'M6 3h8l4 4v14H6ZM14 3v4h4M9 12h6M9 16h6',
  text: 'M5 6h14M5 10h14M5 14h14M5 18h8',
  video: 'M4 5h16v14H4ZM10 9v6l5-3Z',
  save: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.5 2',
  pause: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM10 9v6M14 9v6',
  done: 'M5 12.5 10 17.5 19.5 7',
  ticket: 'M4 6h16v4a2 2 0 0 0 0 4v4H4v-4a2 2 0 0 0 0-4V6Z',
  team: 'M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11ZM3 19.5c.4-3.4 2.8-5.3 6-5.3s5.6 1.9 6 5.3M16 5a3 3 0 0 1 0 5.8M18 14.6c1.7.8 2.8 2.4 3 4.9',
  merge: 'M6 4v4c0 4 6 4 6 9v4m6-17v4c0 4-6 4-6 9',
  reopen: 'M4 5v5h5M4.6 10A8 8 0 1 1 4 14',
} as const;

export type IconName = keyof typeof all;

/** A line icon, of those that come later too. */
export function icon(name: IconName): TemplateResult {
  return line(all[name]);
}
