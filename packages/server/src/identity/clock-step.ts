/**
 * How far a clock may be set back, or be behind that of another process, without anyone noticing, in milliseconds. What
 * lies further ahead was made by a clock that was wrong, and would last longer than it may.
 */
export const clockStepMs = 5 * 60_000;
