import { svg, type TemplateResult } from 'lit';

/** The icons of the first views. */
export const paths = {
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  warning: 'M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17.3v.1',
  bug: 'M8 9a4 4 0 0 1 8 0v5a4 4 0 0 1-8 0V9ZM12 10v8M3.5 12H8m8 0h4.5M4.5 6.5 8 9m8 0 3.5-2.5M4.5 19 8 16m8 0 3.5 3',
  question:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.3a2.6 2.6 0 1 1 3.6 2.4c-.8.3-1.1.8-1.1 1.6M12 16.5v.1',
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  course: 'M12 4 2.5 9 12 14l9.5-5L12 4ZM6.5 11.5v4.5c3.3 2.7 7.7 2.7 11 0v-4.5M21.5 9v6',
  trial: 'M9.5 3.5h5M10.5 3.5v6L5 18.5a1.6 1.6 0 0 0 1.4 2.5h11.2a1.6 1.6 0 0 0 1.4-2.5L13.5 9.5v-6M8 15h8',
  idea: 'M10 21h4M9 17v-3a6 6 0 1 1 6 0v3Z',
} as const;

export type IconName = keyof typeof paths;

/** A line icon. It never speaks for itself: the words stand beside it. */
export function icon(name: IconName): TemplateResult {
  return line(paths[name]);
}

/** Draws the path of an icon. */
export function line(path: string): TemplateResult {
  return svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;
}
