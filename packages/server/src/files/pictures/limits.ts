/** What a picture may cost. A screen of 8K has 33 million pixels; a header that promises more is believed and refused. */
export const pictureLimits = {
  /** Of all frames of an animation together. */
  pixels: 40_000_000,
  /** Decoding and encoding of one picture, in seconds. */
  seconds: 10,
  /** Pictures that are drawn at the same time; each takes a thread that other work waits for. */
  atOnce: 2,
} as const;
