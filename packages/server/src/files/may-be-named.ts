import { and, ne } from 'drizzle-orm';
import { files } from './tables.js';

/** Whole, and not known to do harm: what is still held for the scanner may be named, and is given to nobody until then. */
export const mayBeNamed = and(ne(files.state, 'storing'), ne(files.scan, 'infected'));
