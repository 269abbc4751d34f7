/** How large a picture is shown: as it fits, or so many times its own size. */
export type Zoom = 'fit' | number;

const sizes = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4] as const;

/** The next larger size. `fitting` is how many times its own size a picture has where it fits. */
export function larger(zoom: Zoom, fitting: number): Zoom {
  const now = zoom === 'fit' ? fitting : zoom;
  return sizes.find((size) => size > now * 1.01) ?? zoom;
}

/** The next smaller size, down to where the whole picture is seen. */
export function smaller(zoom: Zoom, fitting: number): Zoom {
  if (zoom === 'fit') return 'fit';
  return sizes.findLast((size) => size < zoom && size > fitting * 1.01) ?? 'fit';
}
