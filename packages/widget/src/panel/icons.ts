import { svg, type TemplateResult } from 'lit';

const paths = {
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  up: 'M12 19V5m-6 6 6-6 6 6',
  add: 'M12 5v14M5 12h14',
  image: 'M4 5h16v14H4zM4 16l4.5-4.5 3.5 3.5 3-3 5 5M15.5 9.5h.01',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.5 2',
  pause: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM10 9v6M14 9v6',
  done: 'M5 12.5 10 17.5 19.5 7',
  warning: 'M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17.3v.1',
  bug: 'M8 9a4 4 0 0 1 8 0v5a4 4 0 0 1-8 0V9ZM12 10v8M3.5 12H8m8 0h4.5M4.5 6.5 8 9m8 0 3.5-2.5M4.5 19 8 16m8 0 3.5 3',
  question:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.3a2.6 2.6 0 1 1 3.6 2.4c-.8.3-1.1.8-1.1 1.6M12 16.5v.1',
  ticket: 'M4 6h16v4a2 2 0 0 0 0 4v4H4v-4a2 2 0 0 0 0-4V6Z',
  team: 'M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11ZM3 19.5c.4-3.4 2.8-5.3 6-5.3s5.6 1.9 6 5.3M16 5a3 3 0 0 1 0 5.8M18 14.6c1.7.8 2.8 2.4 3 4.9',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.6-4 3.5-6.2 7.5-6.2s6.900 2.2 7.5 6.2',
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  course:
    'M12 4 2.500 9 12 14l9.500-5L12 4ZM6.500 11.500v4.500c3.300 2.700 7.700 2.700 11 0v-4.500M21.500 9v6',
  trial:
    'M9.500 3.500h5M10.500 3.500v6L5 18.500a1.600 1.600 0 0 0 1.400 2.500h11.200a1.600 1.600 0 0 0 1.400-2.500L13.500 9.500v-6M8 15h8',
  merge: 'M6 4v4c0 4 6 4 6 9v4m6-17v4c0 4-6 4-6 9',
  reopen: 'M4 5v5h5M4.600 10A8 8 0 1 1 4 14',
} as const;

export type IconName = keyof typeof paths;

/** A line icon. It never speaks for itself: the words stand beside it. */
export function icon(name: IconName): TemplateResult {
  return svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${paths[name]}></path></svg>`;
}
